// Words for undoing: what was taken back, and why nothing was.
import type { JournalRun } from "./run-journal";
import { type Logged, loggedAs, loggedBy } from "../checking/log-words";

const commandNames: Readonly<Record<string, string>> = loggedAs;

/** What a run is called in the book. */
export function runName({ command }: Pick<JournalRun, "command">): string {
  return commandNames[command] ?? command;
}

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");

/** Why nothing was taken back, or what of it stays; "" where all of it went back. */
export function undoReason(why: "nothing" | "damaged" | "no-file" | "changed", count = 0, stays: readonly string[] = []): string {
  if (why === "nothing") return "没有可以撤销的操作：写入工作簿的操作才能撤销，最多依次撤销最近5次。";
  if (why === "no-file") return "最近5次操作里没有可以单独撤销的这份文件：可能没有合并过，或者已经撤销；文件名请与“回收登记”一致。";
  if (why === "damaged") return "撤销记录不完整（“_撤销”表被改动过），没有撤销任何内容；登记表可以直接修改。";
  const lines = count > 0 ? `有${count}行在那次操作之后又改过，保留现在的内容，其余已恢复。` : "";
  return `${lines}${stays.length > 0 ? `${listed(stays)}在那次操作之后有人改过，保留现在的样子。` : ""}`;
}

/** What undoing does to the tabs of a run. */
export interface UndoneTabs {
  readonly kept: number;
  readonly back?: number;
  readonly removed?: number;
  readonly stays?: readonly string[];
  readonly file?: string;
}

/** An undoing as a line of 变更日志. */
export function undoSummary(
  run: Pick<JournalRun, "command" | "on">,
  { kept, back = 0, removed = 0, stays = [], file }: UndoneTabs,
): { readonly action: string; readonly counts: string } {
  const lines = kept > 0 ? `；${kept}行之后又改过，保留不动` : "";
  if (file !== undefined) return { action: loggedAs.undo, counts: `从${run.on}的“${runName(run)}”中撤销文件“${file}”${lines}` };
  const tabs = [back > 0 ? `恢复${back}个表` : "", removed > 0 ? `删除${removed}个表` : ""].filter((text) => text !== "").join("，");
  const whole = stays.length > 0 ? `；${listed(stays)}之后有人改过，保留不动` : "";
  return { action: loggedAs.undo, counts: `撤销${run.on}的“${runName(run)}”${tabs === "" ? "" : `，${tabs}`}${lines}${whole}` };
}

/** Which run a line of 变更日志 says was taken back as a whole; undefined where it says no such thing. */
export function takenBackIn(counts: string): { readonly on: string; readonly what: Logged } | undefined {
  const [, on = "", name = ""] = /^撤销([\d-]+)的“([^”]+)”/.exec(counts) ?? [];
  const what = loggedBy.get(name);
  return what && { on, what };
}
