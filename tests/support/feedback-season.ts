// Feedback without files: a book in memory that is fed back day after day while its sheets change, and what the schools' workbooks say.
import { feedback, type FeedbackOptions, type FeedbackOutcome } from "../../src/actions/feedback";
import { OpenSeason } from "../../src/actions/season";
import type { ExampleRow } from "../../src/domain/checking/rule";
import type { PersonKey } from "../../src/domain/identity/keys";
import { day } from "../../src/domain/values/day";
import type { Grid } from "../../src/sheets/grid";
import { readSeasonBook } from "../../src/sheets/reading/read-season";
import type { SheetSpec } from "../../src/sheets/writing/spec";
import { gridOf, settingsGrid } from "./builders";
import { type AddedFile, RecordingFiles, RecordingWorkbook } from "./recording";
import { idOf, nameOf } from "./season-rows";

/** The two schools of the tests' county, by township. */
export const feedbackTable = gridOf("辖区划分(附件2)", [
  { school: "罕井镇中心校", schoolCode: "01", township: "罕井镇", liaison: "周同志" },
  { school: "孙镇中心校", schoolCode: "02", township: "孙镇", liaison: "吴同志" },
]);

/** A contract of the n-th invented borrower; every fact of a person tells whose it is. */
export function contractOf(n: number, index: number, due: number, change: ExampleRow = {}): ExampleRow {
  return {
    ...{ name: nameOf(n), citizenId: idOf(n), contractNo: `6105262015${String(n).padStart(4, "0")}${index}`, loanYear: 2015 + index },
    ...{ principal: due, interest: 0, due, phone: `1399130${String(n).padStart(4, "0")}` },
    ...{ coBorrowerName: `家长${n}号`, coBorrowerPhone: `1389130${String(n).padStart(4, "0")}`, address: `某巷${n}号院` },
    ...{ township: n % 2 === 0 ? "罕井镇" : "孙镇", village: `第${n}村` },
    ...change,
  };
}

/** The sheets of a county with these contracts and bank rows. */
export function feedbackBookOf(contracts: readonly ExampleRow[], payments: readonly ExampleRow[] = []): readonly Grid[] {
  const bank = payments.length > 0 ? [gridOf("扣款结果", payments)] : [];
  return [settingsGrid(), gridOf("应还名单", contracts, "2019年应还名单"), feedbackTable, ...bank];
}

/** A book through its days: our tabs stay while the sheets change. */
export class FeedbackSeason {
  tabs: ReadonlyMap<string, SheetSpec> = new Map();

  /** Feeds back on a day over these sheets, those with these ID numbers being held back for errors. */
  async on(
    asOf: string,
    grids: readonly Grid[],
    { held = [], ...options }: FeedbackOptions & { readonly held?: readonly string[] } = {},
  ): Promise<{ readonly outcome: FeedbackOutcome; readonly files: readonly AddedFile[] }> {
    const [workbook, files] = [new RecordingWorkbook(grids), new RecordingFiles()];
    for (const [tab, spec] of this.tabs) workbook.tabs.set(tab, spec);
    const today = day(asOf);
    const book = readSeasonBook(await workbook.read(), { clock: today, today });
    const outcome = await feedback.run(new OpenSeason(book, { held: new Set(held as readonly PersonKey[]) }), { workbook, files }, options);
    this.tabs = new Map([...workbook.tabs].filter(([tab]) => tab === "feedback-snapshots" || tab === "notice-numbers"));
    return { outcome, files: files.added };
  }
}
