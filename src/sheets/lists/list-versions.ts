// 名单版本: which contracts each version of the lists handed out on which day, with what they owed; as prints, and only what is new in each.
import type { ListedContract } from "../../domain/standing/list-change";
import { type PersonKey, schoolKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { FieldId, RowPlace } from "../../domain/record/field";
import { type Day, dayFromIso } from "../../domain/values/day";
import { type Fen, fen } from "../../domain/values/money";
import type { Grid } from "../grid";
import { ownTab, ownTable } from "../reading/own-table";
import { settingMoney } from "../reading/read-settings";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabPage } from "../writing/tab-frames";
import { tabNames } from "../vocabulary/tabs";
import { last as lastOf } from "../../domain/values/last";

const [marked, leftOut, gone] = ["是", "未列入", "已撤出"];
const headings = ["名单版本", "日期", "责任学校", "人", "合同", "内容", "暂不联系", "应还本金", "应还利息", "应还合计"] as const;
type Heading = (typeof headings)[number];

const amountHeadings = { principal: "应还本金", interest: "应还利息", due: "应还合计" } as const satisfies Partial<
  Record<FieldId, Heading>
>;
const amountFields = ["principal", "interest", "due"] as const;

/** A contract as a version listed it, and the line of the tab that says so. */
export interface PlacedContract extends ListedContract {
  readonly place?: RowPlace;
}

/** One time that lists were made. */
export interface ListEdition {
  readonly version: number;
  /** The day on which it was made; absent where nobody wrote it down. */
  readonly on?: Day;
  /** Everybody: on lists, left out of them, and without a school. */
  readonly listed: readonly PlacedContract[];
}

interface Line {
  readonly version: number;
  readonly on: Day | undefined;
  /** Absent in the line that only says that there was a version. */
  readonly contract?: PlacedContract;
  readonly isGone: boolean;
}

const keyOf = ({ person, contract }: ListedContract) => `${person}|${contract}`;

function groups(listed: readonly PlacedContract[]): Map<string, readonly PlacedContract[]> {
  const found = new Map<string, PlacedContract[]>();
  for (const one of listed) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}

function linesIn(grids: readonly Grid[]): readonly Line[] {
  const table = ownTable(grids, "list-versions", headings);
  const sheet = ownTab(grids, "list-versions")?.name ?? "";
  return (table?.rows ?? []).flatMap((row, index): Line[] => {
    const [version = "", on = "", school = "", person = "", contract = "", facts = "", stopped = ""] = headings.map((heading) =>
      table?.text(row, heading),
    );
    const number = Number(/^v(\d+)$/.exec(version)?.[1] ?? 0);
    if (number === 0 || !table) return [];
    const line = { version: number, on: dayFromIso(on), isGone: stopped === gone };
    if (contract === "") return [line];
    const amounts = amountFields.flatMap((field): [string, Fen][] => {
      const amount = settingMoney(row[table.columnOf(amountHeadings[field])]);
      return amount === undefined ? [] : [[field, amount]];
    });
    const isStopped = stopped === marked || stopped === leftOut;
    const listed = { version: number, school: schoolKey(school), person, contract, facts, isStopped, ...Object.fromEntries(amounts) };
    const place = { sheet, row: table.headingRow + 2 + index };
    return [{ ...line, contract: { ...listed, place, ...(stopped === leftOut ? { isLeftOut: true } : {}) } }];
  });
}

/** The editions that a book remembers, from the first to the last, each in full. */
export function editionsIn(grids: readonly Grid[]): readonly ListEdition[] {
  const editions: ListEdition[] = [];
  const lines = linesIn(grids);
  let standing = new Map<string, readonly PlacedContract[]>();
  for (let at = 0; at < lines.length;) {
    const { version = 0, on } = lines[at] ?? {};
    const end = lines.findIndex((line, index) => index > at && (line.version !== version || line.on !== on));
    const own = lines.slice(at, end < 0 ? lines.length : end);
    at += own.length;
    // Without a day it was written before days were kept, and is whole.
    standing = on === undefined ? new Map<string, readonly PlacedContract[]>() : new Map(standing);
    for (const [key, group] of groups(own.flatMap(({ contract, isGone }) => (contract && !isGone ? [contract] : []))))
      standing.set(key, group);
    for (const { contract, isGone } of own) if (contract && isGone) standing.delete(keyOf(contract));
    const listed = [...standing.values()].flat().map((one) => ({ ...one, version }));
    editions.push({ version, listed, ...(on === undefined ? {} : { on }) });
  }
  return editions;
}

/** The version before this one, as the book remembers it. */
export function versionBefore(grids: readonly Grid[], version: number): readonly ListedContract[] {
  const earlier = editionsIn(grids).filter((edition) => edition.version < version);
  const last = Math.max(0, ...earlier.map((edition) => edition.version));
  return lastOf(earlier, (edition) => edition.version === last)?.listed ?? [];
}

/** The list as it last stood by a day, else as it first stood; undefined when no version bears a day. */
export function editionOn(grids: readonly Grid[], on: Day): ListEdition | undefined {
  const dated = editionsIn(grids).filter((edition) => edition.on !== undefined);
  return lastOf(dated, (edition) => (edition.on ?? "") <= on) ?? dated[0];
}

/** The editions that another one made now leaves standing: all of earlier days, and earlier versions of its own day. */
export function editionsBefore(
  grids: readonly Grid[],
  { on, version }: { readonly on: Day; readonly version: number },
): readonly ListEdition[] {
  return editionsIn(grids).filter((edition) => {
    if (edition.on === undefined) return edition.version < version;
    return edition.on < on || (edition.on === on && edition.version < version);
  });
}

/** The persons whom the newest version of the lists leaves out: no school has to return their rows. */
export function leftOutIn(grids: readonly Grid[], { prints }: RosterIndex): readonly PersonKey[] {
  return versionBefore(grids, Infinity).flatMap(({ person, isLeftOut }) => {
    const keys = isLeftOut ? prints.find(person) : [];
    return keys.length === 1 ? (keys as readonly PersonKey[]) : [];
  });
}

/** The columns of the tab that hold something of a contract. */
export function versionColumns(grids: readonly Grid[]): ReadonlyMap<FieldId, number> {
  const table = ownTable(grids, "list-versions", headings);
  const found = { ...amountHeadings, contractNo: "合同" } as const satisfies Partial<Record<FieldId, Heading>>;
  return new Map(
    (Object.entries(found) as [FieldId, Heading][]).flatMap(([field, heading]): [FieldId, number][] => {
      const column = table?.columnOf(heading) ?? -1;
      return column < 0 ? [] : [[field, column]];
    }),
  );
}

const factsIn = (group: readonly PlacedContract[] = []) =>
  group
    .map(({ school, facts, isStopped, isLeftOut, principal, interest, due }) =>
      [school, facts, isStopped, isLeftOut ?? false, principal, interest, due].join("|"),
    )
    .sort()
    .join("\n");

function cellsOf(
  { school, person, contract, facts, isStopped, isLeftOut, ...amounts }: ListedContract,
  isGone: boolean,
): readonly CellOut[] {
  const state = isGone ? gone : isLeftOut ? leftOut : isStopped ? marked : null;
  const money = amountFields.map((field): CellOut => (amounts[field] === undefined ? null : { fen: fen(amounts[field]) }));
  return [school || null, person, contract, isGone ? null : facts, state, ...(isGone ? [null, null, null] : money)];
}

/** What an edition says otherwise than the one before, and whom it does not name any more. */
function changesOf({ on, listed }: ListEdition, before: ListEdition | undefined): Record<"changed" | "away", readonly PlacedContract[]> {
  const past = groups(on === undefined ? [] : (before?.listed ?? []));
  // Nothing is before the first edition; its contracts stand together already, unless one is named twice.
  const isPlain = past.size === 0 && new Set(listed.map(({ contract }) => contract)).size === listed.length;
  if (isPlain) return { changed: listed, away: [] };
  const present = groups(listed);
  return {
    changed: [...present].flatMap(([key, group]) => (past.has(key) && factsIn(group) === factsIn(past.get(key)) ? [] : group)),
    away: [...past].flatMap(([key, group]) => (present.has(key) ? [] : group.slice(0, 1))),
  };
}

function linesOf(edition: ListEdition, before: ListEdition | undefined): readonly (readonly CellOut[])[] {
  const { changed, away } = changesOf(edition, before);
  const head: readonly CellOut[] = [`v${edition.version}`, edition.on ?? null];
  return [
    [...head, ...Array.from({ length: headings.length - 2 }, () => null)],
    ...changed.map((listed) => [...head, ...cellsOf(listed, false)]),
    ...away.map((listed) => [...head, ...cellsOf(listed, true)]),
  ];
}

/** The tab 名单版本 with these editions, from the first to the last. */
export function listVersionsSheet(editions: readonly ListEdition[]): SheetSpec {
  return {
    tab: "list-versions",
    name: tabNames["list-versions"],
    columns: [
      ...[10, 12, 24, 12, 12, 12, 10].map((width) => ({ width, style: "cell" as const })),
      ...amountFields.map(() => ({ width: 14, style: "cellMoney" as const })),
    ],
    rows: [headings, ...editions.flatMap((edition, index) => linesOf(edition, editions[index - 1]))],
    styled: [{ area: { top: 0, left: 0, bottom: 0, right: headings.length - 1 }, style: "heading" }],
    freeze: { rows: 1, columns: 0 },
    isProtected: true,
    page: tabPage({ margin: 0.5, repeatRows: [0, 0] }),
  };
}
