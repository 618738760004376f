// The public return vectors: every recipe of this folder played against collecting, its whole outcome compared.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { WorkbookError } from "../../../src/actions/workbook";
import type { FieldId } from "../../../src/domain/record/field";
import { fillInsOf } from "../../../src/domain/record/registers";
import type { Grid } from "../../../src/sheets/grid";
import { collectInto, countyGrids, MemoryBook, registerValues, schoolFiles } from "../../support/collecting";
import { played, type Returned } from "./play";

interface Entry {
  readonly school: string;
  readonly row: number;
  readonly field: string;
  readonly value: string | number;
}

interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly files: readonly Returned[];
  readonly expect: {
    readonly files: readonly { readonly status: string; readonly school: string | null }[];
    readonly conflicts: readonly { readonly kind: string; readonly field?: string }[];
    /** "any" where two answers are both right. */
    readonly entries: readonly Entry[] | "any";
    readonly visits?: readonly Readonly<Record<string, string | number>>[];
  };
}

const folder = new URL("./", import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, folder), "utf8");
const families = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "sent.json");

const grids = countyGrids(60, 3);
const sent = schoolFiles(grids);
const schools = ["永丰镇中心校", "洛滨镇中心校"];
const rowsOf = (file: { readonly grids: readonly Grid[] }, name: string) => file.grids.find((grid) => grid.name === name)?.rows ?? [];

// Where each contract stands in the list that went out.
const placeOf = new Map(
  schools.flatMap((school) => {
    const rows = rowsOf(sent.get(school)!, "催收名单");
    const column = (rows[1] ?? []).indexOf("合同编号");
    return rows.slice(2, -2).map((row, at) => [String(row[column]), { school, row: at }] as const);
  }),
);

const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).sort();

test("the workbooks that went out are the ones in sent.json", () => {
  const now = { season: 2019, today: "2019-12-11", schools: Object.fromEntries(schools.map((school) => [school, sent.get(school)])) };
  const plain = JSON.parse(
    JSON.stringify(now, (key, value: unknown) =>
      ["merges", "hiddenRows", "hiddenColumns", "visibility", "ownTab"].includes(key) ? undefined : value,
    ),
  ) as unknown;
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(new URL("sent.json", folder), `${JSON.stringify(plain, null, 1)}\n`);
  expect(JSON.parse(textOf("sent.json"))).toEqual(plain);
});

test("there are at least 300 recipes, each with a name of its own", () => {
  const ids = families.flatMap((name) => (JSON.parse(textOf(name)) as Recipe[]).map(({ id }) => id));
  expect(ids.length).toBeGreaterThanOrEqual(300);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(families)("%s", (name) => {
  test.each((JSON.parse(textOf(name)) as Recipe[]).map((recipe) => [`${recipe.id}: ${recipe.title}`, recipe] as const))(
    "%s",
    async (_, recipe) => {
      const given = recipe.files.map((file) =>
        file.fault
          ? { name: file.name ?? "", read: () => Promise.reject(new WorkbookError(file.fault as "not-readable", file.name ?? "")) }
          : played(file, sent),
      );
      const book = new MemoryBook(grids);
      const outcome = await collectInto(book, given);
      const wanted = recipe.expect;
      expect(outcome.files.map(({ status, school }) => ({ status, school }))).toEqual(wanted.files);
      // A recipe names the field where it matters.
      const conflicts = outcome.conflicts.map(({ kind, field }) =>
        field === undefined || !wanted.conflicts.some((one) => one.kind === kind && one.field) ? { kind } : { kind, field },
      );
      expect(sorted(conflicts)).toEqual(sorted(wanted.conflicts));
      const { visits, ...registers } = registerValues(book.grids);
      if (wanted.entries !== "any") {
        const entries = (Object.keys(registers) as (keyof typeof registers)[]).flatMap((register) =>
          registers[register].flatMap((values) =>
            (fillInsOf[register] as readonly FieldId[]).flatMap((field) =>
              values[field] === undefined ? [] : [{ ...placeOf.get(values.contractNo ?? ""), field, value: values[field] }],
            ),
          ),
        );
        expect(sorted(entries)).toEqual(sorted(wanted.entries));
      }
      const made = visits.map((values) => ({
        ...placeOf.get(values.contractNo ?? ""),
        ...Object.fromEntries(fillInsOf.visits.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))),
      }));
      const order = (one: object) => Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
      expect(sorted(made.map(order))).toEqual(sorted((wanted.visits ?? []).map(order)));
      expect(book.grids.slice(0, grids.length)).toEqual(grids);
      expect(await collectInto(book, given)).toMatchObject({ updated: 0 });
    },
  );
});
