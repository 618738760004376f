// `recovery check`: every finding in the borrower sheets, on the terminal or as JSON.
import { findingText, severityName } from "../i18n";
import { columnLetters } from "../sheets/grid";
import { groupedYuan, yuanText } from "../domain/values/money";
import type { Finding } from "../domain/record/finding";
import type { CheckResult, ControlFigure } from "../actions/check-book";
import { jsonPieces, totalsJson } from "./money-json";
import { type BookOptions, listsAndBank, openSession, portsOf, saveAll, type Terminal } from "./session";

/** Checks a book; with `--out` a copy with 校验结果 is saved there. */
export async function checkCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], { forgets: listsAndBank });
  const { check } = session.season;
  if (options.out !== undefined) {
    const { check: action } = await import("../actions/check");
    await action.run(session.season, portsOf(session));
    await saveAll(session);
  }
  session.bar.stop();
  if (options.json) for (const piece of checkJson(check)) terminal.out(piece);
  else terminal.out(checkText(check));
}

/** The result as the contract's JSON, in pieces. */
export function checkJson({ sheets, totals, control, findings }: CheckResult): Generator<string> {
  const head = {
    sheets: sheets.map(({ name, kind, headerRow, columns, rows, ignored }) => ({
      name,
      kind: kind === "register" || kind === "own" ? "other" : kind,
      headerRow,
      columns: Object.fromEntries([...columns].map(([field, column]) => [field, columnLetters(column)])),
      rows,
      ignored: ignored.map(({ row, why }) => ({ row, why })),
    })),
    totals: totalsJson(totals),
    control: control.map((figure) => ({ figure: figure.figure, ...figureTexts(figure), ok: figure.ok })),
  };
  return jsonPieces(head, "findings", findings, findingJson);
}

function figureTexts(figure: ControlFigure): { readonly expected: string; readonly actual: string } {
  if (figure.figure === "persons") return { expected: String(figure.expected), actual: String(figure.actual) };
  return { expected: yuanText(figure.expected), actual: yuanText(figure.actual) };
}

function findingJson(finding: Finding): object {
  const { rule, severity, sheet, cell, row, field, proposal, stops } = finding;
  const { message, advice } = findingText("zh-CN", finding);
  return {
    rule,
    severity,
    sheet,
    cell,
    row,
    field: field ?? null,
    message,
    advice,
    ...(stops ? { stops } : {}),
    ...(proposal === undefined ? {} : { suggestion: proposal }),
  };
}

/** The result as a clerk reads it. */
export function checkText({ totals, control, findings }: CheckResult, listed = 40): string {
  const lines = [
    `应还 ${totals.persons} 人，合同 ${totals.contracts} 笔，本金 ${groupedYuan(totals.principal)} 元，利息 ${groupedYuan(totals.interest)} 元，合计 ${groupedYuan(totals.due)} 元`,
    ...control.map((figure) => {
      const { expected, actual } = figureTexts(figure);
      return `${figure.ok ? "√ 相符" : "× 不符"}  ${figureNames[figure.figure]}：控制数 ${expected}，名单 ${actual}`;
    }),
    severityLine(findings),
    ...findings.slice(0, listed).map((finding) => {
      const { message, advice } = findingText("zh-CN", finding);
      return `  [${severityName("zh-CN", finding.severity)}] ${finding.sheet}!${finding.cell || "（整表）"} ${message} ${advice}`;
    }),
  ];
  if (findings.length > listed) lines.push(`  ……还有 ${findings.length - listed} 条，用 --json 或 --out 查看全部`);
  return `${lines.join("\n")}\n`;
}

/** How many findings of each severity, in one line. */
export function severityLine(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return `发现：错误 ${count("error")} 条，警告 ${count("warning")} 条，提示 ${count("info")} 条`;
}

/** The control figures as a clerk calls them. */
export const figureNames: Readonly<Record<ControlFigure["figure"], string>> = {
  persons: "人数",
  principal: "本金",
  interest: "利息",
  due: "合计",
};
