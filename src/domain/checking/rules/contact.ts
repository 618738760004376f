// Contact rules: can the family be reached by telephone or found at home. Telephones never hold anybody's list back.
import type { FieldId } from "../../record/field";
import type { Person } from "../../record/person";
import { phoneKind, phonesOf } from "../../values/phone";
import type { Fault, Rule } from "../rule";
import { isBlank, hasIssue } from "./evidence";

// The ranges that have been given out since (docs/facts.md §5); 14x numbers of 13 digits belong to machines.
const issuedMobile = /^1(3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;

function firstBad(field: FieldId & ("phone" | "coBorrowerPhone"), value: string, isBad: (phone: string) => boolean): Fault | undefined {
  const phones = phonesOf(value);
  const bad = (phones.length === 0 ? [value] : phones).find(isBad);
  return bad === undefined ? undefined : { field, params: { value: bad } };
}

const isInvalid = (phone: string) => phoneKind(phone) === "invalid";
const isUnissued = (phone: string) => phoneKind(phone) === "mobile" && !issuedMobile.test(phone);

const phoneFields = ["phone", "coBorrowerPhone"] as const;

// A family shares a number; a crowd shares somebody else's.
const family = 3;

/** The telephone numbers that reach more than a family, their own and their co-borrowers' numbers together, with how many persons they reach. */
function crowdedPhones(persons: readonly Person[]): ReadonlyMap<string, number> {
  // Nearly every number is one person's, so nothing is made for it before a second has it.
  const holders = new Map<string, Person | { count: number; last: Person }>();
  for (const person of persons) {
    for (const [index, { values }] of person.loans.entries()) {
      for (const field of phoneFields) {
        const text = values[field];
        // Nearly always all contracts of a person say the same.
        if (text === undefined || text === person.loans[index - 1]?.values[field]) continue;
        for (const phone of phonesOf(text)) {
          const before = holders.get(phone);
          if (before === undefined) holders.set(phone, person);
          else if (!("count" in before)) {
            if (before !== person) holders.set(phone, { count: 2, last: person });
          } else if (before.last !== person) {
            before.count++;
            before.last = person;
          }
        }
      }
    }
  }
  const crowded = new Map<string, number>();
  for (const [phone, held] of holders) if ("count" in held && held.count > family && !isInvalid(phone)) crowded.set(phone, held.count);
  return crowded;
}

/** The rules over telephones and addresses, in report order. */
export const contactRules = [
  {
    code: "phone-invalid",
    severity: "warning",
    scope: "row",
    reads: ["phone"],
    check: ({ phone }, _, row) =>
      phone === undefined || hasIssue(row, "phone", "digits-lost") ? undefined : firstBad("phone", phone, isInvalid),
    good: [
      {},
      { phone: "+8613991300018" },
      { phone: "139-9130-0018" },
      { phone: "0913-7200018" },
      { phone: "7200018" },
      { phone: "(父)13991300027" },
      { phone: "13991300018/0913-7200018" },
      { phone: "" },
    ],
    bad: [
      { phone: "1399130001" },
      { phone: "139913000188" },
      { phone: "12991300018" },
      { phone: 139913000 },
      { phone: "13991300018、1509130001" },
    ],
  },
  {
    code: "co-borrower-phone-invalid",
    severity: "warning",
    scope: "row",
    reads: ["coBorrowerPhone"],
    check: ({ coBorrowerPhone }, _, row) =>
      coBorrowerPhone === undefined || hasIssue(row, "coBorrowerPhone", "digits-lost")
        ? undefined
        : firstBad("coBorrowerPhone", coBorrowerPhone, isInvalid),
    good: [{}, { coBorrowerPhone: "" }],
    bad: [{ coBorrowerPhone: "1399130" + "00277" }, { coBorrowerPhone: "找村主任" }],
  },
  {
    code: "phone-range-unknown",
    severity: "warning",
    scope: "row",
    reads: ["phone"],
    check: ({ phone }) => (phone === undefined ? undefined : firstBad("phone", phone, isUnissued)),
    good: [{}, { phone: "19991300018" }, { phone: "17791300018" }],
    bad: [{ phone: "15491300018" }, { phone: "16091300018" }],
  },
  {
    code: "phone-missing",
    severity: "warning",
    scope: "row",
    reads: ["phone"],
    check: ({ coBorrowerPhone }, _, row) => (isBlank(row, "phone") && coBorrowerPhone === undefined ? { field: "phone" } : undefined),
    good: [{}, { phone: "" }, { coBorrowerPhone: "" }],
    bad: [{ phone: "", coBorrowerPhone: "" }],
  },
  {
    code: "address-missing",
    severity: "info",
    scope: "row",
    reads: ["address"],
    check: ({ township, village }, _, row) =>
      isBlank(row, "address") && township === undefined && village === undefined ? { field: "address" } : undefined,
    good: [{}, { address: "" }],
    bad: [{ address: "", township: "", village: "" }],
  },
  {
    // A teacher's or a village office's number: fine for a message, but no family is reached by it (docs/facts.md D25).
    code: "phone-shared",
    severity: "warning",
    scope: "roster",
    check: ({ persons }) => {
      const crowded = crowdedPhones(persons);
      if (crowded.size === 0) return [];
      return persons.flatMap(({ loans }) =>
        loans.flatMap((row) =>
          phoneFields.flatMap((field) =>
            phonesOf(row.values[field] ?? "").flatMap((phone) => {
              const count = crowded.get(phone);
              return count === undefined ? [] : [{ row, field, params: { value: phone, count } }];
            }),
          ),
        ),
      );
    },
    good: [
      {},
      [
        { citizenId: "610526199403150018", phone: "13991300018" },
        { citizenId: "61212819910722402X", phone: "13991300018", gender: "女" },
        { citizenId: "610526199602291235", phone: "13991300018" },
      ],
    ],
    bad: [
      [
        { citizenId: "610526199403150018", phone: "13991300018" },
        { citizenId: "61212819910722402X", phone: "13991300018", gender: "女" },
        { citizenId: "610526199602291235", phone: "13991300018" },
        { citizenId: "610526199306070219", phone: "13991300018" },
      ],
    ],
  },
] as const satisfies readonly Rule[];
