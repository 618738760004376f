// 督查抽样.xlsx: delivered notices drawn by lot for each liaison, to be verified with the families, and beside them how far each liaison's schools have come.
import { liaisonGroups, noLiaison } from "../rollups/liaison-table";
import { drawSample, usualSampleSize } from "../../domain/standing/inspection";
import type { School } from "../../domain/places/jurisdiction";
import type { SheetRow } from "../../domain/record/field";
import type { Person } from "../../domain/record/person";
import { maskPhone, phonesOf } from "../../domain/values/phone";
import type { Standing } from "../../domain/standing/standing";
import { groupTable, measureColumns } from "../rollups/rollup-measures";
import { definitionLines } from "../rollups/rollup-words";
import { choiceLabel } from "../vocabulary/choices";
import type { CellOut, SheetSpec } from "../writing/spec";
import { reportFoot, reportSheet, reportStack, stampLine } from "./report-frame";
import type { ReportInput } from "./report-input";

const noSchool = "待划分";

interface Notice {
  readonly key: string;
  readonly group: string;
  readonly standing: Standing;
  readonly row: SheetRow;
  readonly school: School | undefined;
}

/** Every notice that counts as delivered, validly or 代签, by liaison in the order of the schools. */
function noticesOf({ standings, deliveries, schoolOf, tally }: ReportInput): readonly Notice[] {
  const all = [...standings].flatMap(([key, standing]): Notice[] => {
    const row = deliveries.get(key);
    const school = schoolOf.get(key);
    return row ? [{ key, group: school ? school.liaison || noLiaison : noSchool, standing, row, school }] : [];
  });
  const liaisons = tally.liaisons.map(({ liaison }) => liaison || noLiaison);
  const place = (group: string) => (liaisons.includes(group) ? liaisons.indexOf(group) : liaisons.length);
  return all.sort((a, b) => place(a.group) - place(b.group));
}

const first = ({ loans }: Person, field: "village" | "township" | "address" | "phone"): string =>
  loans.flatMap(({ values }) => values[field] ?? [])[0] ?? "";

function placeOf(person: Person): string {
  const [township, village] = [first(person, "township"), first(person, "village")];
  return village === "" ? first(person, "address") || township : village.includes(township) ? village : township + village;
}

function cells(
  { standing: { person, delivery }, row: { values }, group, school }: Notice,
  place: number,
  input: ReportInput,
): readonly CellOut[] {
  const { deliveredOn, deliveryMethod, signedBy, signerRelation, deliveredBy } = values;
  const relation = signerRelation && choiceLabel("signerRelation", signerRelation);
  const signer = [signedBy, relation].filter((text) => text !== undefined && text !== "").join("／");
  return [
    place + 1,
    group,
    school?.name ?? noSchool,
    person.name,
    placeOf(person),
    phonesOf(first(person, "phone")).map(maskPhone).join("／"),
    input.index.numberOf(person),
    deliveredOn === undefined ? "" : { day: deliveredOn },
    deliveryMethod === undefined ? "" : choiceLabel("deliveryMethod", deliveryMethod),
    delivery === "proxy" ? `${signer}（代签）` : signer,
    deliveredBy ?? "",
    null,
    null,
    null,
  ];
}

function sampleSheet(input: ReportInput): SheetSpec {
  const { season, stamp } = input;
  const size = season.reporting?.sampleSize ?? usualSampleSize;
  const all = noticesOf(input);
  const drawn = drawSample(all, size, stamp?.seed);
  const stack = reportStack(input, "inspection", "催收通知书送达督查抽样表", [5, 10, 18, 10, 22, 14, 19, 12, 11, 28, 10, 11, 10, 20]);
  const how =
    season.reporting?.sampleSeed === undefined ? "由截至日期和内容校验码得出，可在设置“督查抽样种子”指定" : "按设置“督查抽样种子”";
  stack.across(
    `随机抽样：从已送达（含代签）的${all.length}人中，按包联人各抽${size}人，不足的全抽，共${drawn.length}人。种子：${stamp?.seed ?? ""}（${how}）；同一种子、同一名单，抽到的人相同。`,
    "subtitle",
  );
  stack.across("含个人信息，只供督查人员使用，用后收回；电话只留首尾，需要时请向责任学校索取。", "section");
  const headingRow = stack.next;
  stack.table({
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "包联人", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "姓名", style: "cellWrapped" },
      { heading: "村（社区）", style: "cellWrapped" },
      { heading: "电话", style: "cellCenter" },
      { heading: "通知书编号", style: "cell" },
      { heading: "送达日期", style: "cellDay" },
      { heading: "送达方式", style: "cellCenter" },
      { heading: "签收人／关系", style: "cellWrapped" },
      { heading: "送达人", style: "cellCenter" },
      { heading: "核实方式", style: "fillWrapped" },
      { heading: "是否属实", style: "fillWrapped" },
      { heading: "核实情况", style: "fillWrapped" },
    ],
    rows: drawn.map((notice, index) => cells(notice, index, input)),
  });
  if (drawn.length === 0) stack.across("还没有登记任何送达，没有可抽的通知书。", "remark");
  stack.gap();
  stack.across("核实人（签名）：　　　　　　　　　　被核实学校（签名）：　　　　　　　　　　日期：　　　　年　　月　　日", "signature", 40);
  // No rate stands here, so that nothing is to be defined: the definitions alone would fill a second page.
  stack.across(stampLine(input), "remark");
  return reportSheet(stack, input, {
    id: "inspection",
    name: "督查抽样",
    orientation: "landscape",
    freeze: { rows: headingRow + 1, columns: 4 },
    repeatRows: [headingRow, headingRow],
  });
}

const measures = [
  measureColumns.persons,
  measureColumns.toDeliver,
  measureColumns.delivered,
  measureColumns.proxy,
  measureColumns.undelivered,
  measureColumns.deliveryRate,
  measureColumns.visited,
  measureColumns.exceptions,
  measureColumns.due,
  measureColumns.repaid,
  measureColumns.recoveryRate,
  measureColumns.open,
] as const;

/** 包联人汇总: what each liaison's schools have come to; together with those without a school, the county. */
function liaisonSheet(input: ReportInput): SheetSpec {
  const stack = reportStack(input, "inspection", "包联人汇总", [6, 14, 8, ...measures.map(({ width }) => width)]);
  const headingRow = stack.next;
  groupTable(stack, { ...liaisonGroups(input), measures });
  reportFoot(stack, input, definitionLines(["persons", "delivery", "repaid", "recovery", "exceptions", "open"]), false);
  return reportSheet(stack, input, {
    id: "liaisons",
    name: "包联人汇总",
    orientation: "landscape",
    freeze: { rows: headingRow + 1, columns: 2 },
  });
}

/** The file: the sample, and 包联人汇总. */
export function inspectionSheets(input: ReportInput): readonly SheetSpec[] {
  return [sampleSheet(input), liaisonSheet(input)];
}
