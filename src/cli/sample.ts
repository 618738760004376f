// `recovery sample`: an invented county's workbook, sound or messy.
import { countyBook } from "../sample/book";
import { sampleCounty } from "../sample/county";
import { messyBook } from "../sample/messy";
import { assureFolder, DiskFiles } from "./disk-files";
import type { BookOptions, Terminal } from "./session";

/** The file name of the invented county's workbook. */
export const sampleName = "蒲城县2019年助学贷款本息回收.xlsx";

/** Writes the invented county; with `messy` also the list of what was planted, as JSON. */
export async function sampleCommand({ out = ".", persons = 3917, seed = 2019, messy }: BookOptions, terminal: Terminal): Promise<void> {
  const { machine } = terminal;
  await assureFolder(machine, out);
  const county = sampleCounty({ persons, seed });
  const files = new DiskFiles(machine, out);
  if (messy) {
    const { book, planted } = messyBook(county);
    await files.add(sampleName, book);
    files.addBytes("埋设问题清单.json", new TextEncoder().encode(`${JSON.stringify(planted, null, 1)}\n`));
  } else await files.add(sampleName, countyBook(county));
  for (const path of await files.commit()) terminal.out(`${path}\n`);
}
