// The invented county for trying things out: its sheets pose as the user's own, nobody in it exists.
import { countyBook } from "../../sample/book";
import { sampleCounty } from "../../sample/county";
import type { SheetSpec } from "../../sheets/writing/spec";

/** Enough for every school to have people, few enough for the button to take a second. */
const persons = 200;

/** The sheets of the county. */
export function sampleSheets(): readonly SheetSpec[] {
  return countyBook(sampleCounty({ persons, seed: 2019 })).sheets;
}
