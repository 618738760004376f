// The tab 异常明细, for the centre's own work: every person and every bank row behind the counts of 异常汇总, one line each.
import { exceptionLines } from "./exception-list";
import { type StackCell, traced } from "./figures";
import type { RollupInput } from "./rollup-input";
import { SheetStack } from "./rollup-layout";
import { asOfLine, rollupPage, seasonTitle } from "./rollup-words";
import type { SheetSpec } from "../writing/spec";
import { tabNames } from "../vocabulary/tabs";

const widths = [6, 20, 14, 12, 21, 20, 14, 62] as const;

/** The tab. */
export function exceptionDetails(input: RollupInput): SheetSpec {
  const { season, asOf } = input;
  const lines = exceptionLines(input);
  const stack = new SheetStack(widths, input.note);
  stack.across(seasonTitle(season, tabNames["exception-list"]), "titleLeft", 30);
  stack.across(`${asOfLine(input)}仅供县资助中心办理，不外传。`, "subtitle");
  const headingRow = stack.next;
  const body = stack.table({
    columns: [
      { heading: "序号", style: "cellCenter" },
      { heading: "责任学校", style: "cellWrapped" },
      { heading: "事项", style: "cell" },
      { heading: "姓名", style: "cellWrapped" },
      { heading: "身份证号", style: "cellCenter" },
      { heading: "类别", style: "cellWrapped" },
      { heading: "金额", style: "cellMoney" },
      { heading: "说明", style: "cellWrapped" },
    ],
    rows: lines.map(({ topic, school, name, citizenId, kind, amount, note, money }, index): StackCell[] => [
      index + 1,
      school,
      topic,
      name,
      citizenId,
      kind,
      amount === undefined ? "" : traced({ fen: amount }, money),
      note,
    ]),
  });
  return stack.spec({
    tab: "exception-list",
    name: tabNames["exception-list"],
    tabColor: "C55A11",
    freeze: { rows: headingRow + 1, columns: 0 },
    ...(lines.length > 0 ? { filter: { ...body, top: headingRow } } : {}),
    page: { ...rollupPage("landscape", asOf), repeatRows: [headingRow, headingRow] },
  });
}
