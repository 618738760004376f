// 签收单回收: every slip that came back, under its number, with who signed, whether the original is in, and what asks for a look.
import type { School } from "../../domain/places/jurisdiction";
import type { Person } from "../../domain/record/person";
import type { NoticeNumbers } from "../../domain/identity/notice-numbers";
import type { Season } from "../../domain/record/season";
import type { PersonKey } from "../../domain/identity/keys";
import { resultOf, type SlipRecord, type SlipResult, type SlipValues } from "../../domain/returns/slip";
import { clocksOf, odditiesOf, type SlipOddity } from "../../domain/returns/slip-check";
import { dayFromIso } from "../../domain/values/day";
import { groupBy } from "../../domain/values/group-by";
import { type CellValue, cellText, type Grid } from "../grid";
import { asWritten, isFilled, ownTable } from "../reading/own-table";
import { choiceCode, choiceLabel, choiceLabels } from "../vocabulary/choices";
import { tabNames } from "../vocabulary/tabs";
import { resultWords } from "./slip-words";
import type { CellOut, ColumnSpec, SheetSpec } from "../writing/spec";
import { registerFrame } from "../writing/tab-frames";

const looks = [
  ["通知书编号", 18, "cell"],
  ["责任学校", 22, "cellWrapped"],
  ["包联人", 9, "cell"],
  ["姓名", 10, "cellWrapped"],
  ["签收人", 10, "fill"],
  ["与借款人关系", 12, "fill"],
  ["送达日期", 12, "fillDay"],
  ["送达人", 10, "fill"],
  ["签收结果", 11, "fill"],
  ["上门次数", 9, "fillCount"],
  ["收单日期", 12, "fillDay"],
  ["原件", 8, "fill"],
  ["卷号", 10, "fill"],
  ["送达", 8, "cellCenter"],
  ["交单", 8, "cellCenter"],
  ["请抽查", 26, "cellWrapped"],
  ["备注", 24, "fillWrapped"],
  ["更正记录", 40, "cellWrapped"],
  ["来源", 24, "cellWrapped"],
] as const satisfies readonly (readonly [string, number, ColumnSpec["style"]])[];
const headings = looks.map(([heading]) => heading);
type Heading = (typeof headings)[number];

const oddityWords = {
  "one-day": "全校同一天送达",
  "one-signer": "一人为多户签收",
  "signer-delivers": "签收人就是送达人",
  "before-lists": "送达早于名单下发",
} as const satisfies Record<SlipOddity, string>;
const original = { yes: "已收", no: "未收" } as const;

const dayOf = (cell: CellValue | undefined) =>
  cell !== null && typeof cell === "object" && "day" in cell ? cell.day : dayFromIso(cellText(cell));

/** The slips that a book's register holds; what was typed into it counts. */
export function slipsIn(grids: readonly Grid[], numbers: NoticeNumbers, persons: ReadonlyMap<PersonKey, Person>): readonly SlipRecord[] {
  const table = ownTable(grids, "slips", headings);
  return (table?.rows ?? []).flatMap((row): SlipRecord[] => {
    const text = (heading: Heading) => (table?.text(row, heading) ?? "").trim();
    const day = (heading: Heading) => dayOf(row[table?.columnOf(heading) ?? -1]);
    const [number, receivedOn] = [text("通知书编号"), day("收单日期")];
    const found = numbers.find(number);
    if (!isFilled(row)) return [];
    const relation = choiceCode("signerRelation", text("与借款人关系"));
    const deliveredOn = day("送达日期");
    const [saidRelation, saidDay] = [text("与借款人关系"), text("送达日期")];
    // Words that nobody can read are kept where somebody will look.
    const odd = [...(saidRelation && !relation ? [saidRelation] : []), ...(saidDay && !deliveredOn ? [saidDay] : [])];
    const note = [text("备注"), ...odd.map((words) => `“${words}”看不懂，请核对`)].filter(Boolean).join("\n");
    const values: SlipValues = {
      ...(text("签收人") ? { signedBy: text("签收人") } : {}),
      ...(relation ? { signerRelation: relation } : {}),
      ...(deliveredOn ? { deliveredOn } : {}),
      ...(text("送达人") ? { deliveredBy: text("送达人") } : {}),
    };
    const chosen = (Object.keys(resultWords) as SlipResult[]).find((result) => resultWords[result] === text("签收结果"));
    const record: SlipRecord = {
      ...{ number, person: found.entry ? found.person : undefined, values, receivedOn },
      ...{ hasOriginal: text("原件") !== original.no, folder: text("卷号"), note, source: text("来源") },
      history: text("更正记录").split("\n").filter(Boolean),
      ...(/^\d+$/.test(text("上门次数")) ? { attempts: Number(text("上门次数")) } : {}),
    };
    // What follows from who signed is no choice of the office's.
    return [chosen && chosen !== resultOf(record, personIn(record, persons)) ? { ...record, chosen } : record];
  });
}

/** The person whom a record is about, where the list has the person. */
export function personIn({ person }: SlipRecord, persons: ReadonlyMap<PersonKey, Person>): Person | undefined {
  return person === undefined ? undefined : persons.get(person);
}

/** A record in words as it was before a correction. */
export function saysBefore({ values, chosen, source }: SlipRecord): string {
  const relation = values.signerRelation && choiceLabel("signerRelation", values.signerRelation);
  const said = [values.signedBy, relation, values.deliveredOn, values.deliveredBy].map((text) => text ?? "—");
  return `原为：${[...(chosen ? [resultWords[chosen]] : []), ...said].join("／")}（${source}）`;
}

/** Who a slip is about. */
export interface SlipSubject {
  readonly person: Person;
  readonly school: School | undefined;
}

/** What the register is drawn from. */
export interface SlipRegister {
  readonly records: readonly SlipRecord[];
  readonly subjectOf: (record: SlipRecord) => SlipSubject | undefined;
  readonly season: Season;
  readonly grids: readonly Grid[];
}

/** 签收单回收 as a tab: reading it back gives the same records; columns that a person added stay. */
export function slipRegister({ records, subjectOf, season, grids }: SlipRegister): SheetSpec {
  const added = addedColumns(grids);
  const bySchool = groupBy(records, (record) => subjectOf(record)?.school?.name ?? "");
  const odd = new Map([...bySchool.values()].flatMap((own) => [...odditiesOf(own, season.dates.listsOut)]));
  const body = records.map((record): readonly CellOut[] => {
    const { number, values, attempts, receivedOn, hasOriginal, folder, note, history, source } = record;
    const subject = subjectOf(record);
    const clocks = clocksOf(record, season.dates);
    const late = (isLate: boolean | undefined) => (isLate === undefined ? null : isLate ? "逾期" : "及时");
    const cells: Readonly<Record<Heading, CellOut>> = {
      通知书编号: number,
      责任学校: subject?.school?.name ?? null,
      包联人: subject?.school?.liaison ?? null,
      姓名: subject?.person.name ?? null,
      签收人: values.signedBy ?? null,
      与借款人关系: values.signerRelation ? choiceLabel("signerRelation", values.signerRelation) : null,
      送达日期: values.deliveredOn ? { day: values.deliveredOn } : null,
      送达人: values.deliveredBy ?? null,
      签收结果: resultWords[resultOf(record, subject?.person)],
      上门次数: attempts ?? null,
      收单日期: receivedOn ? { day: receivedOn } : null,
      原件: hasOriginal ? original.yes : original.no,
      卷号: folder || null,
      送达: late(clocks.isDeliveredLate),
      交单: late(clocks.isHandedInLate),
      请抽查: (odd.get(number) ?? []).map((oddity) => oddityWords[oddity]).join("；") || null,
      备注: note || null,
      更正记录: history.join("\n") || null,
      来源: source,
    };
    return [...headings.map((heading) => cells[heading]), ...added.cellsOf(number)];
  });
  return drawn(body, added.headings, season);
}

function addedColumns(grids: readonly Grid[]): {
  readonly headings: readonly string[];
  readonly cellsOf: (number: string) => readonly CellOut[];
} {
  const table = ownTable(grids, "slips", headings);
  const grid = grids.find(({ ownTab, name }) => ownTab === "slips" || name === tabNames.slips);
  const titles = (grid?.rows[table?.headingRow ?? -1] ?? []).map(cellText);
  const columns = titles.flatMap((title, column) => (title !== "" && !headings.some((own) => own === title) ? [column] : []));
  const rows = new Map((table?.rows ?? []).map((row) => [table?.text(row, "通知书编号") ?? "", row]));
  return {
    headings: columns.map((column) => titles[column] ?? ""),
    cellsOf: (number) => columns.map((column) => asWritten(rows.get(number)?.[column])),
  };
}

function drawn(body: readonly (readonly CellOut[])[], added: readonly string[], { dates }: Season): SheetSpec {
  const right = looks.length + added.length - 1;
  const list = (heading: Heading, values: readonly string[]) => {
    const column = headings.indexOf(heading);
    return {
      area: { top: 3, left: column, bottom: 503 + body.length, right: column },
      rule: { kind: "list" as const, values },
      error: { title: heading, message: "请从下拉列表中选一项。" },
    };
  };
  return {
    tab: "slips",
    name: tabNames.slips,
    tabColor: "FFC107",
    columns: [
      ...looks.map(([, width, style]) => ({ width, style })),
      ...added.map((): ColumnSpec => ({ width: 16, style: "fillWrapped" })),
    ],
    rows: [
      [tabNames.slips],
      [
        `每份签收单一行。送达以${dates.deliveryTo}为限，签收单以${dates.slipsDue}为限（之后送达的，次日前交到即为及时）。录错了请直接更正，不要删行；“请抽查”只提示核对，不下结论。`,
      ],
      [...headings, ...added],
      ...body,
    ],
    ...registerFrame({ right, count: body.length, least: 1, frozen: 4 }),
    validations: [
      list("与借款人关系", choiceLabels("signerRelation")),
      list("签收结果", Object.values(resultWords)),
      list("原件", Object.values(original)),
    ],
  };
}
