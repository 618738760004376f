// The slips that are in, by school: how many are to come, and the two tabs that say so.
import type { PersonKey } from "../domain/identity/keys";
import type { School } from "../domain/places/jurisdiction";
import type { Person } from "../domain/record/person";
import { strongestRow } from "../domain/returns/delivery";
import { slipFields, type SlipRecord } from "../domain/returns/slip";
import { groupBy } from "../domain/values/group-by";
import { type SchoolSlips, slipLiaisons } from "../sheets/returns/slip-liaisons";
import { personIn, slipRegister } from "../sheets/returns/slip-register";
import type { SheetSpec } from "../sheets/writing/spec";
import type { OpenSeason } from "./season";

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

// A slip that came with its number alone says what the school's workbook says of the same letter (送达登记), until somebody reads it.
function asReported(of: OpenSeason, record: SlipRecord): SlipRecord {
  const person = personIn(record, of.index.persons);
  if (!person || record.chosen || Object.keys(record.values).length > 0) return record;
  const row = strongestRow(of.reports.byPerson.get(person.key)?.deliveries ?? [], person, of.today);
  const said = slipFields.flatMap((field) => (row?.values[field] === undefined ? [] : [[field, row.values[field]] as const]));
  return { ...record, values: Object.fromEntries(said) };
}

/** The two tabs of slips with these records: the register, and what each liaison has got. */
export function slipTabs(of: OpenSeason, own: readonly SlipRecord[] = of.slips): readonly [SheetSpec, SheetSpec] {
  const { index, divided, book } = of;
  const records = own.map((record) => asReported(of, record));
  const { season } = book;
  const schoolOf = new Map<PersonKey, School>(divided.flatMap(({ person, school }) => (school ? [[person.key, school] as const] : [])));
  const subjectOf = ({ person: key }: SlipRecord) => {
    const person: Person | undefined = key === undefined ? undefined : index.persons.get(key);
    return person && { person, school: schoolOf.get(person.key) };
  };
  return [slipRegister({ records, subjectOf, season, grids: of.grids }), slipLiaisons(schoolSlips(of, records), season, index.persons)];
}
