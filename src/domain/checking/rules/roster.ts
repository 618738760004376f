// Roster rules: what only shows when rows are laid side by side — one number for two people, one contract twice, a better spelling elsewhere.
import { byPinyin } from "../../values/text-order";
import { maskCitizenId, upgradeCitizenId } from "../../identity/citizen-id";
import { isSoundKey } from "../../identity/keys";
import type { FieldId, SheetRow } from "../../record/field";
import type { RowFault, Rule } from "../rule";
import { firstRow, idIn, masked, placeText, soundId, hasIssue, yearIn } from "./evidence";
import type { Person } from "../../record/person";
import { groupBy, sharedBy } from "../../values/group-by";
import { comparableName, isSameName } from "./names";
import { couldBeMeant } from "./typing-errors";

const unlike = new Set<FieldId>(["seq", "note", "source", "rowKey", "noticeNo"]);

/** The fields that two rows both fill in, but differently. */
function differingFields(first: SheetRow, second: SheetRow): readonly FieldId[] {
  return (Object.keys(first.values) as FieldId[]).filter(
    (field) =>
      !unlike.has(field) &&
      first.values[field] !== undefined &&
      second.values[field] !== undefined &&
      first.values[field] !== second.values[field],
  );
}

// Digits look alike, and so do capital letters.
const lookOfCode = (code: number) => (code >= 48 && code <= 57 ? 57 : code >= 65 && code <= 90 ? 65 : code);

function looksLike(contractNo: string, look: string): boolean {
  if (contractNo.length !== look.length) return false;
  for (let at = 0; at < look.length; at++) if (lookOfCode(contractNo.charCodeAt(at)) !== look.charCodeAt(at)) return false;
  return true;
}

/** Contract numbers by their look: digits as 9, letters as A, so that numbers of one system look alike; nearly all are like the one before. */
function lookFinder(): (contractNo: string) => string {
  let look = "";
  return (contractNo) => {
    if (!looksLike(contractNo, look)) look = contractNo.replace(/\d/g, "9").replace(/[A-Z]/g, "A");
    return look;
  };
}

function outliers(rows: readonly SheetRow[]): readonly RowFault[] {
  const sound = rows.filter((row) => /\d/.test(row.values.contractNo ?? "") && !hasIssue(row, "contractNo", "digits-lost"));
  const lookOf = lookFinder();
  const looks = [...groupBy(sound, (row) => lookOf(row.values.contractNo ?? ""))];
  const most = looks.reduce<readonly [string, readonly SheetRow[]] | undefined>(
    (best, look) => (!best || look[1].length > best[1].length ? look : best),
    undefined,
  );
  // Only where nearly all numbers look alike is another look remarkable.
  if (!most || sound.length < 20 || most[1].length < sound.length * 0.95) return [];
  return looks.flatMap(([look, outside]) =>
    look === most[0]
      ? []
      : outside.map((row) => ({
          row,
          field: "contractNo" as const,
          params: { value: row.values.contractNo ?? "", length: row.values.contractNo?.length ?? 0, usual: most[0].length },
        })),
  );
}

/** What more than `most` persons have, with the rows in which they have it and how many they are. */
function heldByMany(
  persons: readonly Person[],
  most: number,
  keyOf: (row: SheetRow) => string | undefined,
): readonly { readonly key: string; readonly rows: readonly SheetRow[]; readonly count: number }[] {
  const first = new Map<string, Person>();
  const holders = new Map<string, Set<Person>>();
  for (const person of persons) {
    let own: string | undefined;
    for (const row of person.loans) {
      const key = keyOf(row);
      // Nearly always all contracts of a person say the same.
      if (key === own || key === undefined || key === "") continue;
      own = key;
      const before = first.get(key);
      if (before === undefined) first.set(key, person);
      else if (before !== person) holders.set(key, (holders.get(key) ?? new Set([before])).add(person));
    }
  }
  return [...holders].flatMap(([key, own]) => {
    if (own.size <= most) return [];
    const rows = [...own].flatMap(({ loans }) => loans.filter((row) => keyOf(row) === key));
    return [{ key, rows, count: own.size }];
  });
}

/** The rules over persons and the whole roster, in report order. */
export const rosterRules = [
  {
    // A number that was damaged on the way may stand undamaged beside the same name elsewhere (docs/facts.md D11, D16, D19); it is never computed.
    code: "citizen-id-elsewhere",
    severity: "info",
    scope: "roster",
    check: ({ persons }) => {
      const isDamaged = ({ values }: SheetRow) => values.citizenId !== undefined && values.name !== undefined;
      const damaged = persons.flatMap(({ key, loans }) => (isSoundKey(key) ? [] : loans.filter(isDamaged)));
      const names = new Set(damaged.map((row) => comparableName(row.values.name ?? "")));
      const known = new Map<string, Set<string>>();
      for (const { key, loans } of damaged.length > 0 ? persons : []) {
        if (!isSoundKey(key)) continue;
        for (const spelling of new Set(loans.map((row) => row.values.name ?? ""))) {
          const name = comparableName(spelling);
          if (names.has(name)) known.set(name, (known.get(name) ?? new Set()).add(key));
        }
      }
      return damaged.flatMap((row): readonly RowFault[] => {
        const isLost = idIn(row, "citizenId").kind === "digits-lost";
        const candidates = [...(known.get(comparableName(row.values.name ?? "")) ?? [])].filter((id) =>
          couldBeMeant(row.values.citizenId ?? "", id, isLost),
        );
        const [only] = candidates;
        return candidates.length === 1 && only ? [{ row, field: "citizenId", params: { value: maskCitizenId(only) }, proposal: only }] : [];
      });
    },
    good: [
      [{}, { name: "李思齐", citizenId: "610526199403150019" }],
      [{}, { citizenId: "610526199306070210" }],
    ],
    bad: [
      [{}, { citizenId: "610526199403150019" }],
      [{}, { citizenId: 610526199403150000 }],
      [{}, { citizenId: "610526********0018" }],
      [{}, { citizenId: "61052619940315001" }],
      [{}, { citizenId: "610526199403510018" }],
      [{}, { citizenId: "61O526199403150018" }],
    ],
  },
  {
    code: "citizen-id-two-names",
    severity: "error",
    scope: "person",
    check: ({ key, loans }, { nameKey }) => {
      if (!isSoundKey(key) || loans.length === 1) return [];
      const names = [...new Set(loans.map((row) => row.values.name).filter((name) => name !== undefined))].sort(byPinyin);
      const isOne = names.every((name) => names.every((other) => isSameName(name, other, nameKey)));
      if (isOne) return [];
      return loans.map((row) => ({ row, field: "name", params: { value: masked(key), names: names.join(" / ") } }));
    },
    good: [
      [{}, { name: "王 思 齐" }],
      [{ name: "王婷" }, { name: "王亭" }],
      [{ name: "王?齐" }, {}],
      [{ name: "王yan齐" }, { name: "王䶮齐" }],
      [{ name: "阿卜杜拉·买买提" }, { name: "阿卜杜拉•买买提" }],
      [{ name: "王思齐(曾用名王小齐)" }, {}],
      [{}, { citizenId: "61212819910722402X", gender: "女" }],
    ],
    bad: [
      [{}, { name: "李大山" }],
      [{ name: "王思齐" }, { name: "王思明" }],
      [{ name: "王思" }, { name: "王思齐" }],
    ],
  },
  {
    code: "name-varies",
    severity: "warning",
    scope: "person",
    check: ({ key, loans }, { nameKey }) => {
      if (!isSoundKey(key) || loans.length === 1) return [];
      const names = [...new Set(loans.map((row) => comparableName(row.values.name ?? "")).filter((name) => name !== ""))].sort(byPinyin);
      const isOne = names.every((name) => names.every((other) => isSameName(name, other, nameKey)));
      if (names.length < 2 || !isOne) return [];
      return loans.map((row) => ({ row, field: "name", params: { value: row.values.name ?? "", names: names.join(" / ") } }));
    },
    good: [
      [{}, { name: "王 思 齐" }],
      [{}, { name: "李大山" }],
    ],
    bad: [
      [{ name: "王婷" }, { name: "王亭" }],
      [{ name: "王?齐" }, {}],
    ],
  },
  {
    code: "contract-twice",
    severity: "error",
    scope: "roster",
    check: ({ rows }) => {
      const numbered = rows.filter((row) => !hasIssue(row, "contractNo", "digits-lost") && /\d/.test(row.values.contractNo ?? ""));
      return [...sharedBy(numbered, (row) => row.values.contractNo?.toUpperCase()).values()].flatMap((twins) => {
        const first = firstRow(twins);
        if (!first) return [];
        return twins.map((row) => {
          const other = row === first ? firstRow(twins.filter((twin) => twin !== row)) : first;
          const params = {
            value: row.values.contractNo ?? "",
            sheet: other?.place.sheet ?? "",
            other: other?.place.row ?? 0,
            count: other ? differingFields(row, other).length : 0,
          };
          return { row, field: "contractNo" as const, params };
        });
      });
    },
    good: [
      [{}, {}],
      [{ contractNo: "6105262013000077" }, { contractNo: "6105262013000077", loanYear: 2012, seq: 2, note: "复印" }].slice(0, 1),
    ],
    bad: [
      [{ contractNo: "6105262013000077" }, { contractNo: "6105262013000077", interest: 295, due: 1495 }],
      [{ contractNo: "6105262013000077" }, { contractNo: "6105262013000077", citizenId: "61212819910722402X", name: "李桃", gender: "女" }],
    ],
  },
  {
    code: "contract-repeated",
    severity: "info",
    scope: "roster",
    check: ({ copies }) =>
      copies.map(({ row, of }) => ({
        row,
        field: "contractNo",
        params: { value: row.values.contractNo ?? "", sheet: of.place.sheet, other: of.place.row },
      })),
    good: [[{}, {}]],
    bad: [
      [
        { contractNo: "6105262013000077", loanYear: 2013 },
        { contractNo: "6105262013000077", loanYear: 2013, note: "重复" },
      ],
    ],
  },
  {
    code: "loan-year-twice",
    severity: "warning",
    scope: "person",
    check: ({ key, loans }) => {
      if (!isSoundKey(key) || loans.length === 1) return [];
      const contractNo = (row: SheetRow) => row.values.contractNo?.toUpperCase() ?? placeText(row);
      return [...sharedBy(loans, (row) => String(yearIn(row.values.loanYear) ?? ""))].flatMap(([year, same]) =>
        new Set(same.map(contractNo)).size > 1
          ? same.map((row) => ({ row, field: "loanYear" as const, params: { value: year, count: same.length } }))
          : [],
      );
    },
    good: [
      [{}, {}],
      [{ loanYear: "" }, { loanYear: "" }],
    ],
    bad: [[{ loanYear: 2013 }, { loanYear: "2013-2014" }]],
  },
  {
    code: "many-contracts",
    severity: "warning",
    scope: "person",
    check: ({ key, loans }) => {
      if (loans.length <= 6) return [];
      const row = firstRow(loans);
      const count = new Set(loans.map((loan) => loan.values.contractNo ?? placeText(loan))).size;
      return row && count > 6 && isSoundKey(key) ? [{ row, field: "citizenId", params: { value: masked(key), count } }] : [];
    },
    good: [Array.from({ length: 5 }, () => ({}))],
    bad: [Array.from({ length: 7 }, () => ({}))],
  },
  {
    // Nobody has told us the format of contract numbers, so the list itself shows what is usual (docs/facts.md D24).
    code: "contract-no-unusual",
    severity: "warning",
    scope: "roster",
    check: ({ rows }) => outliers(rows),
    good: [Array.from({ length: 5 }, (_, index) => ({ contractNo: `61052620130000${"0".repeat(index)}1` }))],
    bad: [
      Array.from({ length: 21 }, (_, index) => ({
        contractNo: index === 7 ? "610526201300000" : `61052620130000${String(index + 10)}`,
        citizenId: "",
      })),
    ],
  },
  {
    code: "contract-no-as-number",
    severity: "info",
    scope: "roster",
    check: ({ rows }) => {
      const numbers = rows.filter((row) => hasIssue(row, "contractNo", "stored-as-number"));
      return [...groupBy(numbers, (row) => row.place.sheet).values()].flatMap((sheet) => {
        const row = firstRow(sheet);
        return row ? [{ row, field: "contractNo" as const, params: { value: row.values.contractNo ?? "", count: sheet.length } }] : [];
      });
    },
    good: [{}],
    bad: [{ contractNo: 201300001 }],
  },
  {
    code: "alipay-account-shared",
    severity: "warning",
    scope: "roster",
    check: ({ persons }) => {
      const isAccount = (text: string) => /[@\d]{5}/.test(text) || text.includes("@");
      return heldByMany(persons, 1, (row) => row.values.alipayAccount?.toLowerCase()).flatMap(({ rows, count }) =>
        rows.flatMap((row) =>
          isAccount(row.values.alipayAccount ?? "")
            ? [{ row, field: "alipayAccount" as const, params: { value: row.values.alipayAccount ?? "", count } }]
            : [],
        ),
      );
    },
    good: [{}, [{}, {}]],
    bad: [
      [
        { alipayAccount: "610526a1b2c.cdb@sina.cn" },
        { alipayAccount: "610526a1b2c.cdb@sina.cn", citizenId: "61212819910722402X", name: "李桃", gender: "女" },
      ],
    ],
  },
  {
    // Brothers and sisters share their parents; a crowd shares a copied cell.
    code: "co-borrower-of-many",
    severity: "warning",
    scope: "roster",
    check: ({ persons }) =>
      heldByMany(persons, 4, ({ values: { coBorrowerId } }) => coBorrowerId && upgradeCitizenId(coBorrowerId)).flatMap(({ rows, count }) =>
        rows.some((row) => soundId(row, "coBorrowerId") === undefined)
          ? []
          : rows.map((row) => ({
              row,
              field: "coBorrowerId" as const,
              params: { value: masked(row.values.coBorrowerId ?? ""), count },
            })),
      ),
    good: [[{}, { citizenId: "61212819910722402X", gender: "女" }]],
    bad: [
      [
        {},
        { citizenId: "61212819910722402X", gender: "女" },
        { citizenId: "610526199602291235" },
        { citizenId: "610526199306070219" },
        { citizenId: "610526199412311207", gender: "女" },
      ],
    ],
  },
] as const satisfies readonly Rule[];
