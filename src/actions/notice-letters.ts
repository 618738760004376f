// The letters of a season (催收通知书): for whom one may be made now, school by school, with everything that it is made of, and who gets none.
import type { SchoolKey } from "../domain/identity/keys";
import { newestDay } from "../domain/bank/repayment";
import type { School } from "../domain/places/jurisdiction";
import { layoutSeverities } from "../domain/record/layout-code";
import type { Person } from "../domain/record/person";
import type { Standing } from "../domain/standing/standing";
import type { Notices } from "../sheets/notices/notice-letter";
import type { Withheld } from "../sheets/notices/withheld";
import { contactRowOf } from "../sheets/reading/contacts";
import type { SeasonBook } from "../sheets/reading/reading";
import { sortPersons } from "../sheets/lists/sort-persons";
import type { OpenSeason } from "./season";

/** Letters and withheld persons are together all persons. */
export interface SeasonLetters {
  /** In the order of schools that the book has; persons and contracts in the order of the school's list. */
  readonly bySchool: readonly Notices[];
  readonly withheld: readonly Withheld[];
  /** The day up to which the figures are true. */
  readonly asOf: Notices["asOf"];
}

/** The letters of everybody who may be approached today. */
export function lettersOf(of: OpenSeason): SeasonLetters {
  const { book, today: madeOn, index, schoolOrder: order } = of;
  const { season } = book;
  const standings = of.standingsOn(madeOn);
  const standingOf = (person: Person): Standing => {
    const standing = standings.get(person.key);
    if (!standing) throw new RangeError("a person without a standing");
    return standing.person === person ? standing : { ...standing, person };
  };
  const bySchool = new Map<SchoolKey, { readonly school: School; readonly persons: Person[] }>();
  const withheld: Withheld[] = [];
  for (const { person, school } of of.divided) {
    const { stop: reason } = standingOf(person);
    if (reason !== undefined || !school) {
      withheld.push({ person, reason: reason ?? "unassigned", ...(school ? { school: school.name } : {}) });
      continue;
    }
    const group = bySchool.get(school.name) ?? { school, persons: [] };
    group.persons.push(person);
    bySchool.set(school.name, group);
  }
  // Figures are as fresh as the bank's last word; before the first, as the list that was handed out.
  const listed = season.dates.listsOut < season.today ? season.dates.listsOut : season.today;
  const asOf = newestDay(book.payments, season.today) ?? listed;
  const groups = [...bySchool.values()].sort((a, b) => order(a.school.name, b.school.name));
  return {
    bySchool: groups.map(({ school, persons }) => {
      const own = sortPersons(persons).map(standingOf);
      return { school, standings: own, season, asOf, madeOn, index, ...contactOf(book, school) };
    }),
    withheld: withheld.sort((a, b) => order(a.school ?? "", b.school ?? "")),
    asOf,
  };
}

/** The school's own contact and its address, as far as its row in 附件1 has them. */
function contactOf(book: SeasonBook, school: School): Pick<Notices, "contact" | "schoolAddress"> {
  const { contact, contactPhone, address } = contactRowOf(book, school)?.values ?? {};
  return {
    ...(contact && contactPhone ? { contact: { name: contact, phone: contactPhone } } : {}),
    ...(address ? { schoolAddress: address } : {}),
  };
}

/** One text or date that must reach no family, with its place. */
export interface UnfitSetting {
  readonly sheet: string;
  readonly cell: string;
  readonly heading: string;
  readonly value: string;
}

/** A date that would be replaced, a placeholder that would be printed, a word that would hurt: no letter is made with it. */
export function unfitSettings({ sheets }: SeasonBook): readonly UnfitSetting[] {
  return sheets.flatMap(({ kind, name, layout }) =>
    kind !== "settings"
      ? []
      : layout.flatMap(({ code, cell, params }) =>
          layoutSeverities[code] === "error"
            ? [{ sheet: name, cell, heading: String(params["heading"] ?? ""), value: String(params["value"] ?? "") }]
            : [],
        ),
  );
}
