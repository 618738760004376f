// Reading 辖区划分(附件2): which places each school answers for, its code, its nicknames and its liaison.
import { type SchoolKey, schoolKey } from "../../domain/identity/keys";
import type { SheetRow } from "../../domain/record/field";
import type { Jurisdictions, School, Territory } from "../../domain/places/jurisdiction";
import { placeKeyFor } from "../vocabulary/place-key";
import { mayBeMeant } from "../vocabulary/place-likeness";
import { isProposal } from "../vocabulary/proposal-words";

/** Words in the column of villages that mean the township as a whole, or what the other lines leave of it. */
const wholeTownship = /^(?:全[镇乡县境辖街部].*|所有.*|各村.*|其[余他它].*|剩余.*|整镇|除.*外.*|\/)$/;

/**
 * The places of one cell. Spaces divide only names of two characters and more, for a short name may be spread out (孙 镇).
 * @example placesIn("东街村、西街村") // ["东街村", "西街村"]
 */
export function placesIn(text: string): readonly string[] {
  const parts = text.split(/[、，,;；/|\n\r]+/).flatMap((part) => {
    const words = part.trim().split(/\s+/);
    return words.every((word) => word.length > 1) ? words : [words.join("")];
  });
  return parts.filter((part) => part !== "");
}

/** Schools while the table is read: what the lines say of each, by key. */
interface Draft {
  readonly name: SchoolKey;
  readonly aliases: Set<string>;
  code: string;
  liaison: string;
  liaisonPhone: string;
}

/** Own codes first come, first served; the others get their place in the table, passing over codes that are taken. */
function withCodes(drafts: readonly Draft[]): readonly School[] {
  const taken = new Set<string>();
  const own = drafts.map(({ code }) => {
    const isFree = code !== "" && !taken.has(code);
    if (isFree) taken.add(code);
    return isFree ? code : "";
  });
  return drafts.map(({ name, aliases, liaison, liaisonPhone }, index) => {
    let code = own[index] ?? "";
    for (let ordinal = index + 1; code === ""; ordinal += drafts.length) {
      const candidate = String(ordinal).padStart(2, "0");
      if (!taken.has(candidate)) code = candidate;
    }
    taken.add(code);
    return { name, code, aliases: [...aliases].filter((alias) => alias !== name), liaison, liaisonPhone };
  });
}

function territoriesOf(row: SheetRow, school: SchoolKey): readonly Territory[] {
  const { township = "", village = "", middleSchool = "" } = row.values;
  const { place } = row;
  const townships = placesIn(township);
  const villages = placesIn(village).filter((name) => !wholeTownship.test(name));
  const isWhole = villages.length === 0 || villages.length < placesIn(village).length;
  const named = villages.flatMap((name): Territory[] =>
    townships.length > 0 ? townships.map((town) => ({ township: town, village: name, school, place })) : [{ village: name, school, place }],
  );
  const middleSchools = placesIn(middleSchool);
  // Beside a middle school, only words for the whole township (全镇) make the line the township's own.
  const isTaught = middleSchools.length > 0 && placesIn(village).length === 0;
  const whole = isWhole && !isTaught ? townships.map((town): Territory => ({ township: town, school, place })) : [];
  const bySchooling = middleSchools.flatMap((name): Territory[] =>
    isTaught && townships.length > 0
      ? townships.map((town) => ({ township: town, middleSchool: name, school, place }))
      : [{ middleSchool: name, school, place }],
  );
  return [...whole, ...named, ...bySchooling];
}

/**
 * The table 附件2 that the rows make: schools in order of first appearance with their codes, and one territory for each place.
 * A middle school in a line stands beside its villages and does not narrow them; a township beside it is not the school's as a whole. Lines without a school say nothing.
 */
export function jurisdictionsOf(rows: readonly SheetRow[], county = ""): Jurisdictions {
  const placeKey = placeKeyFor(county);
  const drafts = new Map<string, Draft>();
  const territories: Territory[] = [];
  for (const row of rows) {
    const { school = "", schoolCode = "", schoolAlias = "", liaison = "", liaisonPhone = "" } = row.values;
    const key = placeKey("school", school);
    if (!key) continue;
    const name = schoolKey(school.trim());
    const draft = drafts.get(key) ?? { name, aliases: new Set<string>(), code: "", liaison: "", liaisonPhone: "" };
    drafts.set(key, draft);
    for (const alias of [name, ...placesIn(schoolAlias)]) draft.aliases.add(alias);
    draft.code ||= schoolCode
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .slice(-8);
    draft.liaison ||= liaison;
    draft.liaisonPhone ||= liaisonPhone;
    const proposed = isProposal(row.values.note) ? ({ isProposed: true } as const) : {};
    territories.push(...territoriesOf(row, draft.name).map((line) => ({ ...line, ...proposed })));
  }
  return { schools: withCodes([...drafts.values()]), territories, placeKey, isAlike: mayBeMeant };
}
