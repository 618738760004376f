// Damaged files of every format: each is read or refused, and never stops the program. Large runs: `npm run fuzz -- --count 500 --seed 7`.
import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { pathToFileURL } from "node:url";
import { readerIn } from "../../src/cli/read-aside";
import { damaged, outcomeOf, soundFiles } from "./mutations";

const count = Number(process.env["FUZZ_COUNT"] ?? 4);
const seed = Number(process.env["FUZZ_SEED"] ?? 2019);
const files = soundFiles();
const aside = readerIn(pathToFileURL("dist/reader.mjs"));
const known = [
  "read",
  "not-readable",
  "too-large",
  "too-slow",
  "empty-file",
  "unknown-format",
  "encrypted",
  "wrong-password",
  "unsupported-encryption",
];

beforeAll(() => {
  jest.spyOn(process.stderr, "write");
});

describe("a damaged file is read or refused by name, and nothing is printed", () => {
  test.each(Object.keys(files))(
    "%s",
    async (format) => {
      const outcomes: Record<string, number> = {};
      for (let index = 0; index < count; index++) {
        const outcome = await outcomeOf(damaged(files[format] ?? new Uint8Array(), seed + index), aside);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }
      expect(Object.keys(outcomes).filter((outcome) => !known.includes(outcome))).toEqual([]);
      expect(process.stderr.write).not.toHaveBeenCalled();
      if (process.env["FUZZ_COUNT"]) process.stdout.write(`${format}: ${JSON.stringify(outcomes)}\n`);
    },
    count * 20_000,
  );
});
