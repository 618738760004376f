// Taking slips (签收单回收): numbers that were typed, listed in files or read from pictures go into the register, and what they say into 送达登记.
import type { PersonKey } from "../domain/identity/keys";
import { readNoticeNumber } from "../domain/identity/notice-number";
import { parseRowKey } from "../domain/identity/row-key";
import type { Person } from "../domain/record/person";
import type { School } from "../domain/places/jurisdiction";
import { type SlipEntry, slipFields, type SlipRecord, type SlipRefusal, type SlipsTaken, takeSlips } from "../domain/returns/slip";
import type { MergedReport } from "../domain/returns/merge";
import { storeReports } from "../domain/returns/register-store";
import { logOf } from "../sheets/checking/change-log";
import { readSlips } from "../sheets/returns/read-slips";
import { carriedOver, registerSheet } from "../sheets/returns/registers";
import { registerReadings } from "../sheets/reading/reading";
import { saysBefore, slipRegister } from "../sheets/returns/slip-register";
import { type SchoolSlips, slipLiaisons } from "../sheets/returns/slip-liaisons";
import { isPicture, pageName } from "../sheets/returns/slip-files";
import { slipSummary } from "../sheets/returns/slip-words";
import { groupBy } from "../domain/values/group-by";
import type { SheetSpec } from "../sheets/writing/spec";
import type { OpenSeason } from "./season";
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
    today: of.today,
    saysBefore,
  });
}

// Only what is new goes on to 送达登记: what schools have said there since stays.
function deliveries(of: OpenSeason, { news }: SlipsTaken): readonly SheetSpec[] {
  const { book, contracts, index } = of;
  const reports = news.flatMap(({ record, values }): readonly MergedReport[] => {
    const person = record.person === undefined ? undefined : index.persons.get(record.person);
    const [first] = person ? index.contractsOf(person) : [];
    const contract = first && contracts.contracts.get(first.identity);
    if (!contract) return [];
    const place = { sheet: "", row: 0 };
    const cells = new Map(
      slipFields.flatMap((field) => {
        const value = values[field];
        return value === undefined ? [] : [[field, { value, file: record.source, place, isKnown: false }] as const];
      }),
    );
    return [{ contract, cells }];
  });
  const stored = storeReports(book.registers, reports, { index: contracts, today: of.today });
  const readings = registerReadings(book.sheets, "deliveries");
  const isChanged = stored.registers.deliveries.some((row) => row.isChanged);
  return isChanged || readings.length === 0
    ? [registerSheet("deliveries", stored.registers.deliveries, index, carriedOver("deliveries", readings))]
    : [];
}

/** The slips of every school, with how many letters must bring one. */
export function schoolSlips(of: OpenSeason, records: readonly SlipRecord[] = of.slips): readonly SchoolSlips[] {
  const { divided, schools } = of;
  const people = groupBy(divided, ({ school }) => school?.name);
  const schoolOf = new Map(divided.map(({ person, school }) => [person.key, school?.name]));
  const slips = groupBy(records, ({ person }) => (person === undefined ? undefined : schoolOf.get(person)));
  const spared = of.sparedOn(of.today);
  return schools.map((school) => {
    const own = slips.get(school.name) ?? [];
    const heard = new Set(own.map(({ person }) => person));
    const expected = (people.get(school.name) ?? []).filter(({ person }) => !spared.has(person.key) || heard.has(person.key));
    return { school, expected: expected.length, records: own };
  });
}

/** The two tabs of slips with these records: the register, and what each liaison has got. */
export function slipTabs(of: OpenSeason, records: readonly SlipRecord[] = of.slips): readonly [SheetSpec, SheetSpec] {
  const { index, divided, book } = of;
  const { season } = book;
  const schoolOf = new Map<PersonKey, School>(divided.flatMap(({ person, school }) => (school ? [[person.key, school] as const] : [])));
  const subjectOf = ({ person: key }: SlipRecord) => {
    const person: Person | undefined = key === undefined ? undefined : index.persons.get(key);
    return person && { person, school: schoolOf.get(person.key) };
  };
  return [slipRegister({ records, subjectOf, season, grids: of.grids }), slipLiaisons(schoolSlips(of, records), season)];
}

/** The slips handed in: registered under their numbers, those that cannot be taken named with the reason. */
async function run(of: OpenSeason, { workbook, files, log = logOf(of.book) }: Ports, options: SlipOptions = {}): Promise<SlipsOutcome> {
  const { entries, pictures, unread } = await gather(files.incoming, of, options);
  const taken = slipsTaken(of, entries);
  const { records, news, already, unknown } = taken;
  const counts = { registered: news.length, already, unknown: unknown.length, unread: unread.length };
  const own = [...slipTabs(of, records), ...deliveries(of, taken)];
  const tabs = await writeRun(of, workbook, "slips", [...own, ...of.numberTabs, log.add({ on: of.today, ...slipSummary(counts) })]);
  return { registered: news.length, already, pictures, read: pictures - unread.length, unread, unknown, tabs: tabs.slice(0, own.length) };
}

/** The use case 「签收单」: taking the same slips again changes nothing. */
export const slips = { id: "slips", run } as const;
