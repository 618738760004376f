// Telephone numbers as schools dial them.

/** What a number is: a mobile, a landline, or not a number that can be dialled. */
export type PhoneKind = "mobile" | "landline" | "invalid";

/** The kind of a number written with digits and dashes only. Mobile: 1[3-9] and nine digits; landline: 7–8 digits, area code optional. */
export function phoneKind(phone: string): PhoneKind {
  if (phone.length === 11 && /^1[3-9]\d{9}$/.test(phone)) return "mobile";
  return /^(0\d{2,3}-?)?[2-8]\d{6,7}(-\d{1,4})?$/.test(phone) ? "landline" : "invalid";
}

/**
 * The number with its middle hidden.
 * @example maskPhone("13991234567") // "139****4567"
 */
export function maskPhone(phone: string): string {
  return phone.length >= 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : "*".repeat(phone.length);
}

/** The single numbers of a phone field, which holds several separated by `/`. */
export function phonesOf(value: string): readonly string[] {
  if (!value.includes("/")) return value === "" ? [] : [value];
  return value.split("/").filter((phone) => phone !== "");
}
