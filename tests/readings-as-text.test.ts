// The text that the bundles hold in place of pinyin-pro's table says of every character what the table says.
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import readings from "pinyin-pro/dist/esm/data/dict1.mjs";
import readingsAsText from "../build/readings-as-text.js";

test("every character has the reading that the package gives it", async () => {
  const program = readingsAsText(readFileSync("node_modules/pinyin-pro/dist/esm/data/dict1.mjs", "utf8"));
  const { get } = new Function(program.replace("export default", "return"))() as { get: (character: string) => string | undefined };
  const characters = Array.from({ length: 0x30000 }, (_, code) => (code >= 0xd800 && code < 0xe000 ? "" : String.fromCodePoint(code)));
  const named = characters.filter((character) => character !== "" && readings.get(character) !== undefined);
  expect(named.length).toBeGreaterThan(20_000);
  expect(characters.filter((character) => character !== "" && get(character) !== readings.get(character))).toEqual([]);
});

test("a package that writes its table otherwise is refused by name", () => {
  expect(() => readingsAsText("export default new Map();")).toThrow("pinyin-pro");
});
