// Statements (情况说明): one page per special case, a workbook per school, and the register of who still owes the sealed original.
import type { School } from "../domain/places/jurisdiction";
import { schoolKey } from "../domain/identity/keys";
import type { Standing } from "../domain/standing/standing";
import { newestDay } from "../domain/bank/repayment";
import { logOf } from "../sheets/checking/change-log";
import { sortPersons } from "../sheets/lists/sort-persons";
import { kindsOf, type Statements, statementSheet } from "../sheets/notices/statement";
import { kindWords, statementFiles, statementSummary } from "../sheets/notices/statement-words";
import { statementRegister } from "../sheets/notices/statement-register";
import { bookTitle } from "../sheets/vocabulary/book-title";
import { tabNames } from "../sheets/vocabulary/tabs";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";
import { writeRun } from "./write-run";

/** One school's file of statements. */
export interface StatementsFile {
  readonly school: string;
  readonly file: string;
  readonly statements: number;
}

/** What making statements has come to: a page for every person with a special case who has not paid. */
export interface StatementsOutcome {
  readonly files: readonly StatementsFile[];
  readonly statements: number;
  readonly tabs: readonly string[];
}

interface Part {
  readonly school: School | undefined;
  readonly standings: readonly Standing[];
}

// In the order of the schools and of their lists; who has no school comes last, with the centre.
function partsOf(of: OpenSeason): readonly Part[] {
  const standings = of.standingsOn(of.today);
  const groups = new Map<string, { school: School | undefined; standings: Standing[] }>();
  for (const { person, school } of of.assignments) {
    const standing = standings.get(person.key);
    if (standing?.exceptionKind === undefined || standing.outstanding === 0) continue;
    const group = groups.get(school?.name ?? "") ?? { school, standings: [] };
    group.standings.push(standing);
    groups.set(school?.name ?? "", group);
  }
  const order = of.schoolOrder;
  return [...groups.values()]
    .sort((a, b) => order(a.school?.name ?? "", b.school?.name ?? ""))
    .map((group) => {
      const byKey = new Map(group.standings.map((standing) => [standing.person.key, standing]));
      const sorted = sortPersons(group.standings.map(({ person }) => person));
      return { school: group.school, standings: sorted.flatMap((person) => byKey.get(person.key) ?? []) };
    });
}

/** What the statements of every school are made of. */
export function statementsOf(of: OpenSeason): readonly Statements[] {
  const { book, index, reports, today } = of;
  const asOf = newestDay(book.payments, today) ?? today;
  const reportsOf = ({ person }: Standing) => reports.byPerson.get(person.key);
  const numberOf = ({ person }: Standing) => index.numberOf(person);
  return partsOf(of).map((part) => ({ ...part, reportsOf, numberOf, season: book.season, asOf }));
}

/** A page for everybody with a special case who still owes something. */
async function run(of: OpenSeason, { files, log = logOf(of.book), ...ports }: Ports): Promise<StatementsOutcome> {
  const { today } = of;
  const { season } = of.book;
  const parts = statementsOf(of);
  const names = statementFiles(parts.map(({ school }) => school ?? { name: schoolKey(""), code: "00" }));
  const made: StatementsFile[] = [];
  for (const [at, part] of parts.entries()) {
    const { school, standings } = part;
    const sheet = statementSheet(part);
    const [file = ""] = names.slice(at);
    await files.add(file, { title: bookTitle(season, tabNames.statements, school?.name ?? ""), sheets: [sheet] });
    made.push({ school: school?.name ?? "", file, statements: standings.length });
  }
  const lines = parts.flatMap(({ school, standings, numberOf, reportsOf }) =>
    standings.map((standing) => ({
      number: numberOf(standing),
      school: school?.name ?? "",
      name: standing.person.name,
      kind: kindWords(kindsOf(standing, reportsOf(standing))),
    })),
  );
  const total = lines.length;
  const register = statementRegister(
    lines.filter(({ number }) => number !== ""),
    of.grids,
    today,
  );
  const line = log.add({ on: today, ...statementSummary(made.length, total) });
  const tabs = await writeRun(of, ports, { command: "statements" }, [register, ...of.numberTabs, line]);
  return { files: made, statements: total, tabs: tabs.slice(0, 1) };
}

/** The button 「情况说明」: running it again on the same book makes the same files. */
export const statements = { id: "statements", run } as const;
