// `recovery demo`: an invented county through a whole season, schools' answers included, to see everything without any data of one's own.
import { OpenSeason } from "../actions/season";
import type { Files, IncomingFile } from "../actions/workbook";
import { addDays, type Day, day } from "../domain/values/day";
import { answeredBook } from "../sample/answers";
import { countyBook } from "../sample/book";
import { sampleCounty } from "../sample/county";
import type { BookSpec } from "../sheets/writing/spec";
import { FileWorkbook } from "../xlsx/file-workbook";
import { readBook } from "../xlsx/read-book";
import { writeBook } from "../xlsx/write-book";
import { collectText, runCollect } from "./collect";
import { assureFolder, DiskFiles } from "./disk-files";
import { seasonFolders } from "./folders";
import { progressBar } from "./progress";
import { rollupText, runRollup } from "./rollup";
import { sampleName } from "./sample";
import { heading, runSeason } from "./season";
import { type BookOptions, type Session, sessionOn, type Terminal } from "./session";

const listsOut = day("2019-11-20");
const rolledUp = day("2019-12-11");

/** Runs the demonstration into `--out`. */
export async function demoCommand(options: BookOptions, terminal: Terminal): Promise<void> {
  const { out = "out", persons = 3917, seed = 2019 } = options;
  const { machine } = terminal;
  await assureFolder(machine, out);
  const bar = progressBar();
  const books = new Map<string, BookSpec>();
  const files = new DiskFiles(machine, out, { onMade: (count) => bar.step("写出", count, 100) });
  const original = await writeBook(countyBook(sampleCounty({ persons, seed })));
  const workbook = FileWorkbook.fromReading(sampleName, await readBook(original, sampleName));

  bar.step("校验、拆分、通知书", 1, 100);
  const copyIn = () => Promise.resolve(sampleName);
  const sessionOf = async (today: Day): Promise<Session> =>
    sessionOn(await OpenSeason.open(workbook, { clock: terminal.clock, today }), { workbook, files, bar, copyIn });
  const first = await sessionOf(listsOut);
  const summary = await (await runSeason(first, remembering(files, books), {}))();

  bar.step("学校填写、交回", 70, 100);
  const returned = await schoolsAnswer(books, files, seed);
  const collected = await runCollect({ ...(await sessionOf(rolledUp)), files: new DiskFiles(machine, undefined, { incoming: returned }) });
  const rolled = await runRollup(await sessionOf(rolledUp));
  files.addBytes(sampleName, await workbook.bytes());
  files.addBytes(`原始工作簿/${sampleName}`, original);
  await files.commit();
  bar.stop();
  terminal.out(
    `虚构的县：${persons} 人（全部人员、学校人员、电话均为虚构）。结果在 ${out}/\n${summary}${heading("五、合并学校交回的表（12月11日）")}${collectText(collected)}${heading("六、再汇总（12月11日）")}${rollupText(rolled)}`,
  );
}

/** The same files, with the schools' lists remembered so that invented schools can answer them. */
function remembering(files: Files, books: Map<string, BookSpec>): Files {
  const folder = `${seasonFolders.lists}/`;
  return {
    incoming: files.incoming,
    add: (name, book, options) => {
      if (name.startsWith(folder) && name.includes("催收名单_")) books.set(name.slice(folder.length), book);
      return files.add(name, book, options);
    },
  };
}

// All schools but the last two answer; the fifth is slow.
async function schoolsAnswer(books: ReadonlyMap<string, BookSpec>, files: DiskFiles, seed: number): Promise<readonly IncomingFile[]> {
  const returned: IncomingFile[] = [];
  for (const [index, [name, book]] of [...books].slice(0, -2).entries()) {
    const bytes = await writeBook(
      answeredBook(book, { seed: seed + index, diligence: index === 4 ? 450 : 900 + (index % 5) * 20, from: addDays(listsOut, 5) }),
    );
    files.addBytes(`学校交回/${name}`, bytes);
    returned.push({ name, read: async () => (await readBook(bytes, name)).grids });
  }
  return returned;
}
