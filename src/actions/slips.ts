// Taking slips (签收单回收): numbers that were typed, listed in files or read from pictures go into the register, and what they say into 送达登记.
import { readNoticeNumber } from "../domain/identity/notice-number";
import { parseRowKey } from "../domain/identity/row-key";
import type { PersonKey } from "../domain/identity/keys";
import type { FieldId } from "../domain/record/field";
import { type SlipEntry, slipFields, type SlipRefusal } from "../domain/returns/slip";
import { type SlipNews, type SlipsTaken, type SlipVisit, takeSlips } from "../domain/returns/take-slips";
import type { MergedReport } from "../domain/returns/merge";
import { type Stored, storeReports } from "../domain/returns/register-store";
import { logOf } from "../sheets/checking/change-log";
import { readSlips } from "../sheets/returns/read-slips";
import { carriedOver, registerSheet } from "../sheets/returns/registers";
import { registerReadings } from "../sheets/reading/reading";
import { saysBefore } from "../sheets/returns/slip-register";
import { isPicture, pageName } from "../sheets/returns/slip-files";
import { slipSummary, visitWords } from "../sheets/returns/slip-words";
import type { SheetSpec } from "../sheets/writing/spec";
import { ownTab } from "../sheets/reading/own-table";
import { schoolReturnsTab } from "./school-returns";
import { returnedSoFar } from "./schools-to-chase";
import { slipTabs } from "./school-slips";
import type { OpenSeason } from "./season";
import { seasonAfter } from "./season-after";
import { writeRun } from "./write-run";
import type { IncomingFile, Ports } from "./workbook";

/** Reads the texts of the codes on each page of a picture (one) or scan; none where it recognises nothing. */
export type ReadPicture = (bytes: Uint8Array, name: string) => Promise<readonly (readonly string[])[]>;

/** How slips come in besides files. */
export interface SlipOptions {
  /** Without it, every picture stays for somebody to type. */
  readonly readPicture?: ReadPicture;
  /** Slips entered in the pane. */
  readonly typed?: readonly SlipEntry[];
}

/** What taking slips has come to. */
export interface SlipsOutcome {
  /** Slips that are new, or say something new. */
  readonly registered: number;
  readonly already: number;
  readonly pictures: number;
  readonly read: number;
  /** Pictures on which no number was recognised. */
  readonly unread: readonly string[];
  readonly unknown: readonly { readonly input: string; readonly number: string; readonly why: SlipRefusal }[];
  readonly tabs: readonly string[];
}

interface Gathered {
  readonly entries: readonly SlipEntry[];
  readonly pictures: number;
  readonly unread: readonly string[];
}

async function gather(incoming: readonly IncomingFile[], { book: { season } }: OpenSeason, options: SlipOptions): Promise<Gathered> {
  const entries: SlipEntry[] = [...(options.typed ?? [])];
  const unread: string[] = [];
  let pictures = 0;
  const pagesOf = await readAhead(
    incoming.filter(({ name }) => isPicture(name)),
    (file) => pagesIn(file, options),
  );
  for (const file of incoming) {
    if (!isPicture(file.name)) {
      for (const grid of await file.read()) entries.push(...readSlips(file.name, grid, season.year));
      continue;
    }
    const pages = pagesOf.get(file) ?? [];
    pictures += pages.length;
    for (const [index, numbers] of pages.entries()) {
      const input = pageName(file.name, index, pages.length);
      if (numbers.length === 0) unread.push(input);
      entries.push(...numbers.map((number): SlipEntry => ({ input, number, values: {}, unread: [] })));
    }
  }
  return { entries, pictures, unread };
}

/** The numbers among the texts of a page's codes; a poster's or a payment's code is not one of ours, and a wrong check character is told. */
export function numbersAmong(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => readNoticeNumber(text).kind !== "no-number");
}

/** The numbers on each page. */
async function pagesIn(file: IncomingFile, { readPicture }: SlipOptions): Promise<readonly (readonly string[])[]> {
  if (!readPicture || !file.bytes) return [[]];
  const pages = await readPicture(await file.bytes(), file.name);
  return pages.map(numbersAmong);
}

/** As many are under way at once as keep two readers busy without holding a county's photographs in memory. */
const underWay = 4;

async function readAhead<Item, Result>(items: readonly Item[], read: (item: Item) => Promise<Result>): Promise<ReadonlyMap<Item, Result>> {
  const results = new Map<Item, Result>();
  const rest = items[Symbol.iterator]();
  const lane = async () => {
    for (const item of rest) results.set(item, await read(item));
  };
  await Promise.all(Array.from({ length: underWay }, lane));
  return results;
}

/** The number of a person by that of a letter which was printed before numbers were given. */
function earlierNumber({ index }: OpenSeason, text: string): string | undefined {
  const person = parseRowKey(text) ? (index.personPrinted(text) ?? index.contractPrinted(text)?.person) : undefined;
  return person && index.numberOf(person);
}

/** Brings slips to the register of a season as it stands, without writing anything. */
export function slipsTaken(of: OpenSeason, entries: readonly SlipEntry[]): SlipsTaken {
  return takeSlips(of.slips, entries, {
    numbers: of.numbers,
    earlier: (text) => earlierNumber(of, text),
    withdrawn: of.sparedOn(of.today),
    hasVisit: (person, visit) => hasVisit(of, person, visit),
    today: of.today,
    saysBefore,
  });
}

function hasVisit({ reports }: OpenSeason, person: PersonKey, { on, by }: SlipVisit): boolean {
  const visits = reports.byPerson.get(person)?.visits ?? [];
  return visits.some(({ row: { values } }) => values.visitedOn === on && values.visitor === by);
}

// Only what is new goes on to 送达登记 and 上门记录: what schools have said there since stays.
function storedReports(of: OpenSeason, { news }: SlipsTaken): Stored {
  const { book, contracts, index } = of;
  const reports = news.flatMap((own): readonly MergedReport[] => {
    const person = own.record.person === undefined ? undefined : index.persons.get(own.record.person);
    const [first] = person ? index.contractsOf(person) : [];
    const contract = first && contracts.contracts.get(first.identity);
    return contract ? reportsOf(own).map((report) => ({ contract, ...report })) : [];
  });
  return storeReports(book.registers, reports, { index: contracts, today: of.today });
}

function reportsOf({ record: { source }, values, visits }: SlipNews): readonly Omit<MergedReport, "contract">[] {
  const place = { sheet: "", row: 0 };
  const cellsOf = (entries: readonly (readonly [FieldId, string | undefined])[]): MergedReport["cells"] =>
    Object.fromEntries(
      entries.flatMap(([field, value]) => (value === undefined ? [] : [[field, { value, file: source, place, isKnown: false }]])),
    );
  const delivery = cellsOf(slipFields.map((field) => [field, values[field]]));
  const attempts = visits.map(({ on, by, outcome }) => ({
    visit: `${on}|${by ?? ""}`,
    cells: cellsOf([
      ["visitedOn", on],
      ["visitor", by],
      ["visitResult", visitWords[outcome]],
    ]),
  }));
  return Object.keys(delivery).length > 0 ? [{ cells: delivery }, ...attempts] : attempts;
}

function registerTabs({ book, index }: OpenSeason, stored: Stored): readonly SheetSpec[] {
  return (["deliveries", "visits"] as const).flatMap((register) => {
    const rows = stored.registers[register];
    const readings = registerReadings(book.sheets, register);
    const isWanted = rows.some((row) => row.isChanged) || (register === "deliveries" && readings.length === 0);
    return isWanted ? [registerSheet(register, rows, index, carriedOver(register, readings))] : [];
  });
}

// 回收情况 counts slips: where it stands, it says what is in now.
function returnsTab(of: OpenSeason, { records }: SlipsTaken, stored: Stored): readonly SheetSpec[] {
  if (!ownTab(of.grids, "school-returns")) return [];
  const soFar = { ...returnedSoFar(of), registers: stored.registers, slips: records };
  return [schoolReturnsTab(of, { soFar, after: seasonAfter(of, stored) })];
}

/** The slips handed in: registered under their numbers, those that cannot be taken named with the reason. */
async function run(of: OpenSeason, { files, log = logOf(of.book), ...ports }: Ports, options: SlipOptions = {}): Promise<SlipsOutcome> {
  const { entries, pictures, unread } = await gather(files.incoming, of, options);
  const taken = slipsTaken(of, entries);
  const { records, news, already, unknown } = taken;
  const counts = { registered: news.length, already, unknown: unknown.length, unread: unread.length };
  const stored = storedReports(of, taken);
  const own = [...slipTabs(of, records), ...registerTabs(of, stored)];
  const further = [...returnsTab(of, taken, stored), ...of.numberTabs];
  const line = log.add({ on: of.today, ...slipSummary(counts) });
  const tabs = await writeRun(of, ports, { command: "slips" }, [...own, ...further, line]);
  return { registered: news.length, already, pictures, read: pictures - unread.length, unread, unknown, tabs: tabs.slice(0, own.length) };
}

/** The use case 「签收单录入」: taking the same slips again changes nothing. */
export const slips = { id: "slips", run } as const;
