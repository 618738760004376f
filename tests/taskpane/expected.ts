// What the pane's buttons must come to: the same actions over the same file, without a pane.
import { check } from "../../src/actions/check-workbook";
import { collect } from "../../src/actions/collect";
import { notices } from "../../src/actions/notices";
import { openSeason, standingsOn } from "../../src/actions/open-season";
import { rollup } from "../../src/actions/rollup";
import { split } from "../../src/actions/split";
import type { Files, IncomingFile } from "../../src/actions/workbook";
import type { Day } from "../../src/domain/day";
import type { BookSpec } from "../../src/sheets/spec";
import { FileWorkbook } from "../../src/xlsx/file-workbook";
import { readBook } from "../../src/xlsx/read-book";
import { writeBook } from "../../src/xlsx/write-book";

class MemoryFiles implements Files {
  readonly made = new Map<string, Uint8Array>();

  constructor(readonly incoming: readonly IncomingFile[] = []) {}

  async add(name: string, book: BookSpec): Promise<void> {
    this.made.set(name, await writeBook(book));
  }
}

/** The files and the book after 校验, 拆分, 通知书, 合并 (of the first school's own file) and 还款汇总. */
export async function expectedSeason(bytes: Uint8Array, name: string, clock: Day) {
  const workbook = FileWorkbook.fromReading(name, await readBook(bytes, name));
  await check.run(workbook, await openSeason(workbook, { clock }));
  const lists = new MemoryFiles();
  const first = await openSeason(workbook, { clock });
  await split.run(workbook, lists, { book: first.book, held: first.held, madeOn: clock });
  const letters = new MemoryFiles();
  const second = await openSeason(workbook, { clock });
  await notices.run(workbook, letters, {
    book: second.book,
    assignments: second.dividedAssignments,
    standings: standingsOn(second, clock),
    madeOn: clock,
  });
  const [[returnedName, returned]] = [...lists.made] as [[string, Uint8Array]];
  const third = await openSeason(workbook, { clock });
  const incoming: IncomingFile = { name: returnedName, read: async () => (await readBook(returned, returnedName)).grids };
  const collected = await collect.run(workbook, new MemoryFiles([incoming]), {
    book: third.book,
    assignments: third.assignments,
    held: third.held,
    today: clock,
  });
  const fourth = await openSeason(workbook, { clock });
  const rolled = await rollup.run(workbook, {
    book: fourth.book,
    assignments: fourth.dividedAssignments,
    held: fourth.held,
    asOf: clock,
  });
  return {
    check: first.check,
    lists: lists.made,
    letters: letters.made,
    returned: { name: returnedName, bytes: returned },
    collected,
    rolled,
    book: await workbook.bytes(),
  };
}
