// What the pane's buttons must come to: the same actions over the same file, without a pane.
import { type ActionId, actions } from "../../src/actions/index";
import { perform } from "../../src/actions/perform";
import { rollupInput } from "../../src/actions/rollup";
import { OpenSeason } from "../../src/actions/season";
import type { Files, IncomingFile } from "../../src/actions/workbook";
import type { Day } from "../../src/domain/values/day";
import { answeredBook } from "../../src/sample/answers";
import type { BookSpec } from "../../src/sheets/writing/spec";
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

/** Buttons with tests of their own: one asks for numbers that a person types, one for decisions, and one takes back what another did. */
const onRequest: ReadonlySet<ActionId> = new Set<ActionId>(["slips", "decide", "undo"]);

/** The buttons that are pressed one after the other. */
export const inTurn: readonly ActionId[] = actions.flatMap(({ id }) => (onRequest.has(id) ? [] : [id]));

/** One season, these buttons after each other, over the book in a file; schools hand in what they filled into their lists, all but the last. */
export async function expectedSeason(
  { bytes, name, clock }: { readonly bytes: Uint8Array; readonly name: string; readonly clock: Day },
  pressed = inTurn,
) {
  const workbook = FileWorkbook.fromReading(name, await readBook(bytes, name));

  const press = async (action: ActionId, files: MemoryFiles): Promise<readonly string[]> => {
    const season = await OpenSeason.open(workbook, { clock });
    return (await perform(season, { workbook, files }, { action })).tabs;
  };

  const after = new Map<ActionId, AfterButton>();
  let returned: MadeFiles = {};
  for (const id of pressed) {
    const incoming = Object.entries(returned).map(([file, content]) => ({
      name: file,
      read: async () => (await readBook(content, file)).grids,
    }));
    const files = new MemoryFiles(incoming, clock);
    const tabs = await press(id, files);
    if (id === "split") returned = Object.fromEntries([...files.answers].slice(0, -1));
    after.set(id, { tabs, files: Object.fromEntries(files.made), book: await workbook.bytes() });
  }
  const season = await OpenSeason.open(workbook, { clock });
  const { tally } = rollupInput(season);
  return { after, returned, totals: season.check.totals, county: tally.county };
}
