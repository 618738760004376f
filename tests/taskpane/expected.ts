// What the pane's buttons must come to: the same actions over the same file, without a pane.
import { check } from "../../src/actions/check-workbook";
import { collect } from "../../src/actions/collect";
import { type ActionId, actions } from "../../src/actions/index";
import { notices } from "../../src/actions/notices";
import { openSeason, standingsOn } from "../../src/actions/open-season";
import { rollup, rollupInput } from "../../src/actions/rollup";
import { split } from "../../src/actions/split";
import type { Files, IncomingFile } from "../../src/actions/workbook";
import type { Day } from "../../src/domain/day";
import { answeredBook } from "../../src/sample/answers";
import type { BookSpec } from "../../src/sheets/spec";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";

type MadeFiles = Readonly<Record<string, Uint8Array>>;

/** What a button leaves behind. */
export interface AfterButton {
  /** The tabs that it wrote, by their names in the book. */
  readonly tabs: readonly string[];
  readonly files: MadeFiles;
  /** The whole book. */
  readonly book: Uint8Array;
}

class MemoryFiles implements Files {
  readonly made = new Map<string, Uint8Array>();
  readonly answers = new Map<string, Uint8Array>();

  constructor(
    readonly incoming: readonly IncomingFile[],
    private readonly today: Day,
  ) {}

  async add(name: string, book: BookSpec): Promise<void> {
    this.made.set(name, await writeBook(book));
    if (!name.includes("催收名单_")) return;
    const answer = answeredBook(book, { seed: this.answers.size, diligence: 900, from: this.today });
    this.answers.set(name, await writeBook(answer));
  }
}

/** One season, a button after the other, over the book in a file; schools hand in what they filled into their lists, all but the last. */
export async function expectedSeason(bytes: Uint8Array, name: string, clock: Day) {
  const workbook = FileWorkbook.fromReading(name, await readBook(bytes, name));

  const press = async (action: ActionId, files: MemoryFiles): Promise<readonly string[]> => {
    const season = await openSeason(workbook, { clock });
    const { book, assignments, dividedAssignments, held } = season;
    switch (action) {
      case "check":
        return (await check.run(workbook, season)).tabs;
      case "split": {
        const standings = standingsOn(season, clock);
        return (await split.run(workbook, files, { book, assignments: dividedAssignments, standings, madeOn: clock })).tabs;
      }
      case "notices": {
        const standings = standingsOn(season, clock);
        await notices.run(workbook, files, { book, assignments: dividedAssignments, standings, madeOn: clock });
        return [];
      }
      case "collect":
        return (await collect.run(workbook, files, { book, assignments, held, today: clock })).tabs;
      case "repayment-rollup":
      case "exception-rollup":
      case "circular": {
        const only = actions.find(({ id }) => id === action)?.tabs ?? [];
        return (await rollup.run(workbook, { book, assignments: dividedAssignments, held, asOf: clock, only })).tabs;
      }
    }
  };

  const after = new Map<ActionId, AfterButton>();
  let returned: MadeFiles = {};
  for (const { id } of actions) {
    const incoming = Object.entries(returned).map(([file, content]) => ({
      name: file,
      read: async () => (await readBook(content, file)).grids,
    }));
    const files = new MemoryFiles(incoming, clock);
    const tabs = await press(id, files);
    if (id === "split") returned = Object.fromEntries([...files.answers].slice(0, -1));
    after.set(id, { tabs, files: Object.fromEntries(files.made), book: await workbook.bytes() });
  }
  const { check: checked, book, dividedAssignments: assignments, held } = await openSeason(workbook, { clock });
  const { tally } = rollupInput({ book, assignments, held, asOf: clock });
  return { after, returned, totals: checked.totals, county: tally.county };
}
