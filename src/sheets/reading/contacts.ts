// A school's row in the table 附件1 (联系表), whichever of its names stands there.
import type { SheetRow } from "../../domain/record/field";
import type { School } from "../../domain/places/jurisdiction";
import { placeKey } from "../vocabulary/place-key";
import type { SeasonBook } from "./reading";

/** The school's row in 附件1; undefined when it has none. */
export function contactRowOf({ contacts, jurisdictions }: SeasonBook, school: School): SheetRow | undefined {
  const keyOf = (text: string) => (jurisdictions?.placeKey ?? placeKey)("school", text);
  const spellings = new Set([school.name, ...school.aliases].map(keyOf));
  return contacts.find(({ values }) => values.school !== undefined && spellings.has(keyOf(values.school)));
}
