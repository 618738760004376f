// 名单变更: what a new version of the lists changes for each school, in words for the school.
import type { ListChange } from "../../domain/standing/list-change";
import type { Person } from "../../domain/record/person";
import type { PersonKey } from "../../domain/identity/keys";
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { Standing } from "../../domain/standing/standing";
import { schoolPage, type SchoolPart } from "./school-list";
import type { CellOut, SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";
import { stopHint } from "../notices/withheld";

/** What a version of the lists changes about a person, as lists say it. */
export const changeNames = { withdrawn: "撤销", added: "新增", changed: "变更" } as const satisfies Record<ListChange["kind"], string>;
const transferNames = { withdrawn: "转出", added: "转入" } as const;

/** What a change is called in front of a school: a person who goes to another school, or comes from one, is no withdrawal and no addition. */
const nameOf = ({ kind, other }: ListChange): string => (other && kind !== "changed" ? transferNames[kind] : changeNames[kind]);

function wordsOf({ kind, other }: ListChange, standing: Standing | undefined): string {
  if (other && kind === "added") return `原由${other}负责，从本版起请贵校联系送达；以前登记的情况见名单`;
  if (other && kind === "withdrawn") return `已改由${other}负责，贵校不必再联系；已收到的签收单请照常交来，没送出的通知书请退回`;
  if (kind === "added") return "请联系送达";
  if (kind === "changed") return "姓名、地址、电话或金额有更正，以本版名单为准";
  return standing ? stopHint(standing.stop ?? "withdrawn") : stopHint("withdrawn");
}

// Whoever has left the list is known by the print alone.
const numberOfPerson = (print: string, { numbers }: RosterIndex) =>
  numbers.entries.find(({ entry }) => entry.print === print)?.entry.number ?? "";

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
        const key = person ? part.index.numberOf(person) : numberOfPerson(change.person, part.index);
        return [nameOf(change), `${person?.name ?? ""}（${key}）`, wordsOf(change, person && standings.get(person.key))];
      }),
  );
  return {
    tab: "list-changes",
    name: tabNames["list-changes"],
    tabColor: "C00000",
    columns: [
      { width: 8, style: "cellCenter" },
      { width: 36, style: "cellWrapped" },
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
    page: schoolPage(part.school, { repeatRows: [0, 1] }),
  };
}
