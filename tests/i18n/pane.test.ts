// The pane's words: both languages have the same keys with the same places, proper marks, and every key is said somewhere.
import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fill, languages } from "../../src/i18n/index";
import { paneCatalogs, type PaneKey } from "../../src/i18n/pane";

const [zh, en] = [paneCatalogs["zh-CN"], paneCatalogs.en];
const keys = Object.keys(zh) as PaneKey[];
const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place))].sort();

test("both languages have the same keys in the same order, with the same places", () => {
  expect(Object.keys(en)).toEqual(keys);
  // A month's name stands where the number stands.
  const differing = keys.filter((key) => key !== "day.short" && JSON.stringify(places(zh[key])) !== JSON.stringify(places(en[key])));
  expect(differing).toEqual([]);
});

test("no Chinese text ends a clause with a half-width mark, no English one with a full-width mark", () => {
  expect(keys.filter((key) => /[一-鿿][,;:!?](?!\w)/.test(zh[key]))).toEqual([]);
  expect(keys.filter((key) => /[，。；：、？！]/.test(en[key]))).toEqual([]);
});

test.each(languages)("%s: no text is empty", (language) => {
  expect(keys.filter((key) => paneCatalogs[language][key].trim() === "")).toEqual([]);
});

test("the pane's code holds no words of its own, and says every key", () => {
  const folder = join(import.meta.dirname, "../../src/taskpane");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const code = files.map((file) => readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""));
  expect(files.filter((_, index) => /[㐀-鿿，。；：、]/.test(code[index] ?? ""))).toEqual([]);
  const all = code.join("\n");
  // Keys that are put together say their first part, as in `stop.${reason}`.
  const isSaid = (key: string) => {
    const parts = key.split(".");
    return all.includes(`"${key}"`) || parts.some((_, end) => all.includes(`\`${parts.slice(0, end + 1).join(".")}.\${`));
  };
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

// Verbs of one thing end as nouns of several do.
const ofOne = /\b1 (?:more |other |special |bank )?(?!less\b|is\b|was\b|has\b|takes\b|stays\b|waits\b|follows\b|exists\b)[a-z]+s\b/;

test("in English one thing is never spoken of as several", () => {
  const params = (text: string) => Object.fromEntries(places(text).map((place) => [place, "1"]));
  expect(keys.filter((key) => ofOne.test(fill(en[key], params(en[key]))))).toEqual([]);
  expect(fill("{count} {count:file|files}", { count: "1,024" })).toBe("1,024 files");
  expect(fill("{count} {count:file|files}", { count: 0 })).toBe("0 files");
});
