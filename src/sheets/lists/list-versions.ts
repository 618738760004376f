// 名单版本: which contracts each version of the lists handed out, as prints, and what a new version changes for each school.
import type { ListChange, ListedContract } from "../../domain/standing/list-change";
import type { Person } from "../../domain/record/person";
import { contractIdentity, type PersonKey, schoolKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import { printRowKey } from "../../domain/identity/row-key";
import type { Standing } from "../../domain/standing/standing";
import type { Grid } from "../grid";
import { ownTable } from "../reading/own-table";
import type { SchoolPart } from "./school-list";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";
import { stopHint } from "../notices/withheld";

const [marked, leftOut] = ["是", "未列入"];
const headings = ["名单版本", "责任学校", "人", "合同", "内容", "暂不联系"] as const;

/** The contracts of the versions that a book remembers. */
export function listedIn(grids: readonly Grid[]): readonly ListedContract[] {
  const table = ownTable(grids, "list-versions", headings);
  return (table?.rows ?? []).flatMap((row): ListedContract[] => {
    const [version = "", school = "", person = "", contract = "", facts = "", stopped = ""] = headings.map((heading) =>
      table?.text(row, heading),
    );
    const number = Number(/^v(\d+)$/.exec(version)?.[1] ?? 0);
    const listed = { version: number, school: schoolKey(school), person, contract, facts, isStopped: stopped !== "" };
    return number > 0 ? [stopped === leftOut ? { ...listed, isLeftOut: true } : listed] : [];
  });
}

/** The version before this one, as the book remembers it. */
export function versionBefore(grids: readonly Grid[], version: number): readonly ListedContract[] {
  const earlier = listedIn(grids).filter((listed) => listed.version < version);
  const last = Math.max(0, ...earlier.map((listed) => listed.version));
  return earlier.filter((listed) => listed.version === last);
}

/** The persons whom the newest version of the lists leaves out: no school has to return their rows. */
export function leftOutIn(grids: readonly Grid[], { prints }: RosterIndex): readonly PersonKey[] {
  return versionBefore(grids, Infinity).flatMap(({ person, isLeftOut }) => {
    const keys = isLeftOut ? prints.find(person) : [];
    return keys.length === 1 ? (keys as readonly PersonKey[]) : [];
  });
}

/** The tab 名单版本 with this version and the one before. */
export function listVersionsSheet(before: readonly ListedContract[], now: readonly ListedContract[]): SheetSpec {
  const rows = [...before, ...now].map(({ version, school, person, contract, facts, isStopped, isLeftOut }): readonly CellOut[] => [
    `v${version}`,
    school,
    person,
    contract,
    facts,
    isLeftOut ? leftOut : isStopped ? marked : null,
  ]);
  return {
    tab: "list-versions",
    name: tabNames["list-versions"],
    columns: [10, 24, 12, 12, 12, 10].map((width) => ({ width, style: "cell" })),
    rows: [headings, ...rows],
    styled: [{ area: { top: 0, left: 0, bottom: 0, right: headings.length - 1 }, style: "heading" }],
    freeze: { rows: 1, columns: 0 },
    isProtected: true,
  };
}

/** What a version of the lists changes about a person, as lists say it. */
export const changeNames = { withdrawn: "撤销", added: "新增", changed: "变更" } as const satisfies Record<ListChange["kind"], string>;

function wordsOf({ kind }: ListChange, standing: Standing | undefined): string {
  if (kind === "added") return "请联系送达";
  if (kind === "changed") return "姓名、地址、电话或金额有更正，以本版名单为准";
  return standing ? stopHint(standing.stop ?? "withdrawn") : stopHint("withdrawn");
}

/** 名单变更 of a school: whom this version withdraws, adds and changes; undefined when nothing has changed. */
export function listChangesSheet(
  part: SchoolPart,
  changes: readonly ListChange[],
  standings: ReadonlyMap<PersonKey, Standing>,
): SheetSpec | undefined {
  if (changes.length === 0) return undefined;
  const byPrint = new Map<string, Person>(part.persons.map((person) => [part.index.prints.of(person.key), person]));
  const rows = (["withdrawn", "added", "changed"] as const).flatMap((wanted) =>
    changes
      .filter(({ kind }) => kind === wanted)
      .map((change): readonly CellOut[] => {
        const person = byPrint.get(change.person);
        const [fingerprint = ""] = person ? person.loans.map((loan) => part.index.prints.of(contractIdentity(loan))) : change.contracts;
        const key = printRowKey({ kind: "list", year: part.season.year, schoolCode: part.school.code, fingerprint });
        return [changeNames[wanted], `${person?.name ?? ""}（${key}）`, wordsOf(change, person && standings.get(person.key))];
      }),
  );
  return {
    tab: "list-changes",
    name: tabNames["list-changes"],
    tabColor: "C00000",
    columns: [
      { width: 8, style: "cellCenter" },
      { width: 36, style: "cell" },
      { width: 60, style: "cellWrapped" },
    ],
    rows: [[`名单变更（第${part.version}版与上一版相比）`, null, null], ["变更", "同学（名单上的编号）", "怎么办"], ...rows],
    styled: [
      { area: { top: 0, left: 0, bottom: 0, right: 2 }, style: "section" },
      { area: { top: 1, left: 0, bottom: 1, right: 2 }, style: "heading" },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    freeze: { rows: 2, columns: 0 },
    isProtected: true,
  };
}
