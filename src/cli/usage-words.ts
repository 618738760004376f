// What is said about usage, in Chinese: commander says it in English alone.
import type { Help } from "commander";

const titles: Readonly<Record<string, string>> = { "Usage:": "用法", "Arguments:": "参数", "Options:": "选项", "Commands:": "命令" };

const faults: readonly (readonly [said: RegExp, words: string])[] = [
  [/^error: unknown command '(.*)'/, "错误：没有“$1”这个命令。写 recovery --help 可以看到全部命令。"],
  [/^error: unknown option '(.*)'/, "错误：没有“$1”这个选项。在命令后写 --help 可以看到它的全部选项。"],
  [/^error: missing required argument '(.*)'/, "错误：请写出$1。"],
  [/^error: required option '(.*)' not specified/, "错误：请写上 $1。"],
  [/^error: option '(.*)' argument missing/, "错误：请在选项后写上它的内容：$1。"],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /, "错误：$1 不能是“$2”。"],
  [/^error: too many arguments for '(.*)'\. .*/, "错误：$1 后面多写了内容。路径里有空格的，请用引号括起来。"],
  [/\(Did you mean (?:one of )?(.*)\?\)/, "（是不是 $1？）"],
];

/** What is wrong with a call, in Chinese. */
export function usageFault(said: string): string {
  return faults.reduce((text, [fault, words]) => text.replace(fault, words), said);
}

/** The titles and marks of the help, in Chinese. */
export const helpWords: Partial<Help> = {
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: (usage) => usage.replace("[options]", "[选项]").replace("[command]", "[命令]"),
  styleSubcommandTerm: (term) => term.replace("[options]", "[选项]"),
  // A Chinese character takes the room of two letters.
  displayWidth: (text) => text.length + (text.match(/[^\0-\xff]/g)?.length ?? 0),
  styleDescriptionText: (text) => text.replace(/ \(default: (.*)\)/, "，默认 $1"),
};
