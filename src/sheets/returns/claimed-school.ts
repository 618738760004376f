// Whose file it says it is: the school that _meta, the titles and the file's name speak of.
import type { SchoolKey } from "../../domain/identity/keys";
import type { School } from "../../domain/places/jurisdiction";
import { cellText, type Grid } from "../grid";
import { readMeta } from "../lists/meta";
import { tabNames } from "../vocabulary/tabs";

/** The school that a text names, or undefined when it names none for certain. */
export type SchoolFinder = (text: string) => School | undefined;

/** Finds schools by name, else by an alias that only one of them has; `keyOf` brings spellings together. */
export function schoolFinder(schools: Iterable<School>, keyOf: (text: string) => string): SchoolFinder {
  const byName = new Map<string, School>();
  const byAlias = new Map<string, School | undefined>();
  for (const school of schools) {
    byName.set(keyOf(school.name), school);
    for (const alias of school.aliases) byAlias.set(keyOf(alias), byAlias.has(keyOf(alias)) ? undefined : school);
  }
  return (text) => {
    const key = keyOf(text);
    return key === "" ? undefined : (byName.get(key) ?? byAlias.get(key));
  };
}

// Marks that people and programs leave on copies: (1), 副本, 最终版, v2, dates.
const parts = /[_＿\s()（）【】[\]+—-]+/;

/** The school in a file's name: a part of it that is a school, else the longest school name that it contains. */
function schoolOfFile(file: string, schools: readonly School[], find: SchoolFinder): School | undefined {
  const base = (file.split(/[\\/]/).at(-1) ?? "").replace(/\.[A-Za-z]{2,4}$/, "");
  for (const part of base.split(parts)) {
    const found = find(part);
    if (found) return found;
  }
  const contained = schools.filter(({ name }) => name.length >= 3 && base.includes(name)).sort((a, b) => b.name.length - a.name.length);
  const [longest, next] = contained;
  // 城关镇中心校 contains 城关镇中; two names of which neither contains the other say nothing.
  return longest && (!next || longest.name.includes(next.name)) ? longest : undefined;
}

// 蒲城县2019年助学贷款催收名单（罕井中心校）
function schoolOfTitle(grid: Grid, find: SchoolFinder): School | undefined {
  for (const cell of grid.rows[0] ?? []) {
    const found = find(/[（(]([^（）()]+)[)）]\s*$/.exec(cellText(cell))?.[1] ?? "");
    if (found) return found;
  }
  return undefined;
}

/** Every school that the file claims to be from, strongest claim first, each once. */
export function claimedSchools(
  file: string,
  grids: readonly Grid[],
  context: { readonly schools: readonly School[]; readonly find: SchoolFinder },
): readonly SchoolKey[] {
  const { schools, find } = context;
  const own: readonly string[] = [tabNames["school-list"], tabNames["school-guide"]];
  const titled = grids.filter(({ name }) => own.includes(name)).map((grid) => schoolOfTitle(grid, find));
  const claims = [find(readMeta(grids)?.school ?? ""), ...titled, schoolOfFile(file, schools, find)];
  return [...new Set(claims.flatMap((school) => (school ? [school.name] : [])))];
}
