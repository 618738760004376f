// Marks the cells of findings on the user's sheets with conditional formats, which leave the cells and their own looks alone.
import { type Finding, type Severity } from "../domain/record/finding";
import { styleOf } from "../sheets/writing/styles";
import { columnIndex, type Area } from "../sheets/grid";
import { addressLists, shortAddress } from "./chunks";
import { type Generation } from "./journal";
import { type Answered } from "./list-sheets";
import { grouped, type Step, step } from "./step";
import { patches } from "./style-areas";

/** A text that nobody would write into a rule; by it the marks are known as ours. */
const signature = "LoanRecovery.mark";

/** Always true: the number of a text is 0. */
const formulaOf = (generation: Generation): string => `=N("${signature}.${generation}")=0`;

const fills: Readonly<Record<Severity, string | undefined>> = {
  error: styleOf("cellError").fill,
  warning: styleOf("cellWarning").fill,
  info: styleOf("cellInfo").fill,
};

const gravity: readonly Severity[] = ["info", "warning", "error"];

/** What is marked on a sheet: areas by the colour of their gravest finding. */
export interface SheetMarks {
  readonly sheet: string;
  readonly lists: readonly { readonly fill: string; readonly addresses: string }[];
}

/** The marks for findings; those that mean no single cell have their place in the tab of findings only. */
export function marksOf(findings: readonly Finding[]): readonly SheetMarks[] {
  const bySheet = grouped(
    findings.filter((finding) => cellOf(finding.cell)),
    (finding) => finding.sheet,
  );
  return [...bySheet].map(([sheet, members]) => {
    const worst = new Map<string, Severity>();
    for (const { cell, severity } of members) {
      const known = worst.get(cell);
      if (known === undefined || gravity.indexOf(severity) > gravity.indexOf(known)) worst.set(cell, severity);
    }
    const cells = grouped([...worst], ([, severity]) => severity);
    const lists = gravity.flatMap((severity) => {
      const fill = fills[severity] ?? "";
      const areas = joined((cells.get(severity) ?? []).map(([cell]) => cell));
      return addressLists(areas.map(shortAddress)).map((addresses) => ({ fill, addresses }));
    });
    return { sheet, lists };
  });
}

function cellOf(address: string): readonly [number, number] | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  return letters !== undefined && digits !== undefined ? [Number(digits) - 1, columnIndex(letters)] : undefined;
}

// Findings stand in columns: neighbours below each other become one area.
function joined(cells: readonly string[]): readonly Area[] {
  const columns: (true | undefined)[][] = [];
  for (const cell of cells) {
    const [row = 0, column = 0] = cellOf(cell) ?? [];
    (columns[column] ??= [])[row] = true;
  }
  // Turned round, a column is a row: its runs are found the same way.
  return patches(Array.from(columns, (column) => Array.from(column ?? [])))
    .map(({ area }) => ({ top: area.left, bottom: area.right, left: area.top, right: area.bottom }))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** A mark of ours on a sheet; one that was cut short is of no generation. */
export interface OwnMark {
  readonly sheet: string;
  readonly id: string;
  readonly generation: Generation | undefined;
}

/** The sheets that can be marked, and the marks that are on them. */
export interface Markable {
  /** Excel's ids by name. On protected sheets nobody can set or remove marks; their findings stand in the tab of findings. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly marks: readonly OwnMark[];
}

/** What is asked of a sheet to know its marks. */
export interface MarkGlance {
  readonly formats: Excel.ConditionalFormatCollection;
  readonly protection: Excel.WorksheetProtection;
}

/** Asks a sheet for its rules and whether they can be changed. */
export function askMarks(sheet: Excel.Worksheet): MarkGlance {
  return {
    formats: sheet.getRange().conditionalFormats.load("items/id,items/type"),
    protection: sheet.protection.load("protected,options"),
  };
}

/**
 * What can be marked and is marked, from the answers of a listing; one more round trip where there are rules with formulas.
 * @param alongside what else is asked for, which may make that round trip
 */
export async function markable(
  context: Excel.RequestContext,
  { sheets, answers }: Answered<MarkGlance>,
  alongside?: () => Promise<void>,
): Promise<Markable> {
  const open = sheets.flatMap(({ id, name }) => {
    const { formats, protection } = answers.get(id) ?? {};
    const isOpen = protection && (!protection.protected || protection.options.allowFormatCells === true);
    return formats && isOpen ? [{ id, name, formats }] : [];
  });
  const custom = open.flatMap(({ id: sheet, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map(({ id }) => ({ sheet, id, rule: formatsOf(context, sheet).getItem(id).custom.rule.load("formula") })),
  );
  await alongside?.();
  if (custom.some(({ rule }) => rule.toJSON().formula === undefined)) {
    // A refusal of what went along may have taken these with it.
    if (alongside) for (const { rule } of custom) rule.load("formula");
    await context.sync();
  }
  const marks = custom.flatMap(({ sheet, id, rule }) => {
    // A rule without a formula is a mark that was cut short: nobody can make one by hand.
    const isOurs = !rule.formula || rule.formula.includes(signature);
    return isOurs ? [{ sheet, id, generation: generationOf(rule.formula) }] : [];
  });
  return { sheets: new Map(open.map(({ name, id }) => [name, id])), marks };
}

function generationOf(formula: string): Generation | undefined {
  return ([1, 2] as const).find((generation) => formula.includes(`${signature}.${generation}`));
}

/** The generation of the next marks: one that none of these has. */
export function nextGeneration(marks: readonly OwnMark[]): Generation {
  return marks.some(({ generation }) => generation === 1) ? 2 : 1;
}

function formatsOf(context: Excel.RequestContext, sheet: string): Excel.ConditionalFormatCollection {
  return context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
}

/** Queues the removal of marks. */
export function removeMarks(context: Excel.RequestContext, marks: readonly OwnMark[]): void {
  for (const { sheet, id } of marks) formatsOf(context, sheet).getItem(id).delete();
}

/** Steps that mark a sheet. */
export function markSteps({ lists }: SheetMarks, generation: Generation): readonly Step[] {
  return lists.map(({ fill, addresses }) =>
    step(
      6,
      (sheet) => {
        const cells = addresses.includes(",") ? sheet.getRanges(addresses) : sheet.getRange(addresses);
        const { custom } = cells.conditionalFormats.add("Custom");
        custom.rule.formula = formulaOf(generation);
        custom.format.fill.color = `#${fill}`;
      },
      addresses.length,
    ),
  );
}
