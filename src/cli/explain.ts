// `recovery explain`: the cells that add up to a figure, and with `--since` what made the difference; on the terminal or as JSON.
import { explain, type Explanation, type FigureName } from "../actions/explain";
import type { SourceCell } from "../actions/source-cells";
import type { CauseKind } from "../domain/explaining/source";
import type { Day } from "../domain/values/day";
import { type Fen, groupedYuan, yuanText } from "../domain/values/money";
import { figureWords } from "./figure-words";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Terminal } from "./session";

/** What the command is asked, as commander hands it over. */
export interface ExplainCommandOptions extends BookOptions {
  readonly figure: string;
  readonly school?: string;
  readonly asOf: Day;
  readonly since?: Day;
}

const causeWords: Readonly<Record<CauseKind, string>> = {
  deducted: "银行扣款",
  early: "提前还款",
  reversed: "冲正退回",
  withdrawn: "撤出名单",
  added: "新增名单",
  delivered: "新送达",
  corrected: "更正",
};

/** Explains a figure as of a day; nothing is written. */
export async function explainCommand(
  path: string,
  options: ExplainCommandOptions & { readonly figure: FigureName },
  terminal: Terminal,
): Promise<void> {
  const { figure, school, asOf, since } = options;
  const session = await openSession(path, { ...options, today: asOf }, terminal);
  const asked = { figure, ...(school === undefined ? {} : { school }), ...(since === undefined ? {} : { since }) };
  const explanation = await explain.run(session.season, portsOf(session), asked);
  session.bar.stop();
  terminal.out(options.json ? jsonText(explainJson(explanation)) : explainText(explanation));
}

/** The explanation as the contract's JSON: money in yuan, counts as whole numbers. */
export function explainJson({ figure, isMoney, value, asOf, rows, since, causes }: Explanation): object {
  const text = (amount: number) => (isMoney ? yuanText(amount as Fen) : String(amount));
  const cells = (list: readonly SourceCell[]) => list.map((row) => ({ ...row, amount: text(row.amount) }));
  return {
    figure,
    value: text(value),
    asOf,
    rows: cells(rows),
    ...(since === undefined ? {} : { since }),
    ...(causes ? { causes: causes.map((cause) => ({ kind: cause.kind, amount: text(cause.amount), rows: cells(cause.rows) })) } : {}),
  };
}

/** The explanation as a clerk reads it. */
export function explainText(explanation: Explanation, listed = 40): string {
  const { figure, isMoney, value, asOf, school, rows, since, causes = [] } = explanation;
  const text = (amount: number) => (isMoney ? `${groupedYuan(amount as Fen)} 元` : `${amount} 人`);
  const cells = (list: readonly SourceCell[], indent: string) => [
    ...list
      .slice(0, listed)
      .map(({ sheet, cell, contractNo, amount }) =>
        [`${indent}${sheet}!${cell}`, ...(contractNo === undefined ? [] : [`合同 ${contractNo}`]), text(amount)].join("  "),
      ),
    ...(list.length > listed ? [`${indent}……还有 ${list.length - listed} 个单元格，用 --json 查看全部`] : []),
  ];
  const change = causes.reduce((sum, { amount }) => sum + amount, 0);
  const sinceLines =
    since === undefined
      ? []
      : [
          causes.length === 0
            ? `与 ${since} 相比没有变化`
            : `与 ${since} 相比${change < 0 ? "减少" : "增加"} ${text(Math.abs(change))}，由下列各项相加：`,
          ...causes.flatMap(({ kind, amount, rows: own }) => [
            `  ${causeWords[kind]} ${text(amount)}，${own.length} 个单元格`,
            ...cells(own, "    "),
          ]),
        ];
  return `${[
    `${school ?? "全县"} ${figureWords[figure]}，截至 ${asOf}：${text(value)}`,
    rows.length === 0 ? "没有组成这个数的单元格" : `由 ${rows.length} 个单元格相加，一分不差：`,
    ...cells(rows, "  "),
    ...sinceLines,
  ].join("\n")}\n`;
}
