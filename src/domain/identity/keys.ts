// Keys: the texts by which a person, a contract and a school are the same wherever they turn up; each kind is made here and nowhere else.
import { citizenIdIn } from "./citizen-id-in";
import type { SheetRow } from "../record/field";

declare const keyBrand: unique symbol;
type Key<Kind extends string> = string & { readonly [keyBrand]: Kind };

/** What a person goes by: the ID number as 18 characters; for rows without a usable number, a substitute that starts with `?`. */
export type PersonKey = Key<"person">;

/** What a contract goes by in every sheet: its number in capitals, else a substitute that starts with `?`. */
export type ContractKey = Key<"contract">;

/** What a school goes by: its name as the centre spells it. */
export type SchoolKey = Key<"school">;

/** The key of the person whose ID number stands in a row; undefined when the number cannot be relied on. */
export function soundPersonKey(row: SheetRow): PersonKey | undefined {
  const cell = citizenIdIn(row, "citizenId");
  return "id" in cell ? (cell.id as PersonKey) : undefined;
}

/**
 * The key that says whose row it is: the ID number (15-digit ones upgraded). A row whose number is missing, damaged or impossible is
 * nobody else's: it goes by name, number text and telephone, and never joins a person with a sound number.
 */
export function personKey(row: SheetRow): PersonKey {
  const sound = soundPersonKey(row);
  if (sound !== undefined) return sound;
  const { citizenId = "", name = "", phone = "", contractNo = "" } = row.values;
  const rest = citizenId || phone ? `${citizenId}|${phone}` : contractNo || `${row.place.sheet}!${row.place.row}`;
  return `?${name}|${rest}` as PersonKey;
}

/** Whether a person goes by a sound ID number. */
export function isSoundKey(key: PersonKey): boolean {
  return !key.startsWith("?");
}

/** The text by which one contract is the same in every sheet: its number, else what the row has instead. */
export function contractIdentity(row: SheetRow): ContractKey {
  const { contractNo, citizenId = "", name = "", loanYear = "", principal = "", interest = "" } = row.values;
  return contractNo ? numberedContract(contractNo) : (`?${citizenId}|${name}|${loanYear}|${principal}|${interest}` as ContractKey);
}

// Numbers are asked for several times a row, and hardly one has a letter.
function isWithoutSmallLetters(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x60) return false;
  return true;
}

/** The key of the contract with a number. */
export function numberedContract(contractNo: string): ContractKey {
  return (isWithoutSmallLetters(contractNo) ? contractNo : contractNo.toUpperCase()) as ContractKey;
}

/** The key of the school with a name. */
export function schoolKey(name: string): SchoolKey {
  return name as SchoolKey;
}
