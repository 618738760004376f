// Fact keys: a value as it is compared, so that another spelling of the same fact is no change.
import { upgradeCitizenId } from "../identity/citizen-id";
import { type FieldId, type FieldType, fieldTypes } from "../record/field";

// Spaces, punctuation and the dots of names; what is left is what a person would call the same.
const unspoken = /[\s\p{P}\p{S}\p{Cf}]+/gu;

/**
 * The value of a field as it is compared.
 * @example factKey("loanYear", "2015-2016") // "2015"
 */
export function factKey(field: FieldId, value: string | number): string {
  const type: FieldType = fieldTypes[field];
  if (typeof value === "number") return String(value);
  const text = value.normalize("NFKC").toUpperCase();
  if (field === "loanYear") return /^\D*(\d{4})/.exec(text)?.[1] ?? text;
  if (type === "citizenId") return upgradeCitizenId(text);
  if (type === "phone")
    return text
      .split("/")
      .map((number) => number.replace(/\D/g, ""))
      .sort()
      .join("/");
  return type === "day" || type === "month" ? text : text.replace(unspoken, "");
}
