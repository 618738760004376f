// Identity rules: is the borrower named, is the ID number possible, is it the borrower's own, is there a contract number.
import { isMale } from "../../identity/citizen-id";
import type { FieldValues } from "../../record/field";
import type { Fault, Rule } from "../rule";
import { ageByDue, areIdsSwapped, idFault, idIn, isBlank, masked, soundId, yearsOlder } from "./evidence";
import { isGarbledName } from "./names";

const ownId = ({ citizenId = "" }: FieldValues, params: Fault["params"] = {}): Fault => ({
  field: "citizenId",
  params: { value: masked(citizenId), ...params },
});

/** The rules over one row's name and numbers, in report order. */
export const identityRules = [
  {
    code: "citizen-id-missing",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (_, __, row) => (isBlank(row, "citizenId") ? { field: "citizenId" } : undefined),
    good: [{}, { citizenId: "#N/A" }],
    bad: [{ citizenId: "" }, { citizenId: "  " }],
  },
  {
    code: "citizen-id-length",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) =>
      idFault(row, "citizenId") === "length" ? ownId(values, { length: values.citizenId?.length ?? 0 }) : undefined,
    good: [{}, { citizenId: "612128910722402", gender: "女" }],
    bad: [{ citizenId: "61052619940315001" }, { citizenId: "6105261994031500188" }, { citizenId: "不详" }],
  },
  {
    code: "citizen-id-characters",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) =>
      idFault(row, "citizenId") === "characters"
        ? ownId(values, { characters: (values.citizenId ?? "").slice(0, -1).replace(/\d/g, "") || (values.citizenId ?? "").slice(-1) })
        : undefined,
    good: [{}, { citizenId: "61212819910722402X", gender: "女" }],
    bad: [{ citizenId: "61O526199403150018" }, { citizenId: "6105261994O3l5OO18" }, { citizenId: "61052619940315001A" }],
  },
  {
    code: "citizen-id-province",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) =>
      idFault(row, "citizenId") === "province" ? ownId(values, { prefix: (values.citizenId ?? "").slice(0, 2) }) : undefined,
    good: [{}, { citizenId: "11010519491231002X" }],
    bad: [{ citizenId: "990526199403150013" }],
  },
  {
    code: "citizen-id-birth",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) =>
      idFault(row, "citizenId") === "birth" ? ownId(values, { birth: (values.citizenId ?? "").slice(6, 14) }) : undefined,
    good: [{}, { citizenId: "610526199602291235" }],
    bad: [{ citizenId: "610526199502291238" }],
  },
  {
    code: "citizen-id-check-digit",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) => (idFault(row, "citizenId") === "check-digit" ? ownId(values) : undefined),
    good: [
      { citizenId: "610526199403150018" },
      { citizenId: "61212819910722402X", gender: "女" },
      { citizenId: "612128198910153369", gender: "女" },
    ],
    bad: [{ citizenId: "610526199403150019" }, { citizenId: "610526199403150013" }, { citizenId: "610526199412311270" }],
  },
  {
    code: "citizen-id-15-digits",
    severity: "warning",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) => {
      const cell = idIn(row, "citizenId");
      return cell.kind === "upgraded" ? { ...ownId(values), proposal: cell.id } : undefined;
    },
    good: [{}, { citizenId: "61052619940315" }],
    bad: [
      { citizenId: "612128910722402", gender: "女" },
      { citizenId: 612128910722402, gender: "女" },
    ],
  },
  {
    // One number in a thousand ends so by right; most were cut by a spreadsheet before they became text again (docs/facts.md §1).
    code: "citizen-id-ends-in-000",
    severity: "warning",
    scope: "row",
    reads: ["citizenId"],
    check: (values, _, row) => (values.citizenId?.endsWith("000") && soundId(row, "citizenId") ? ownId(values) : undefined),
    good: [{}, { citizenId: 610526199403154000 }],
    bad: [{ citizenId: "610526199403154000", gender: "女" }],
  },
  {
    // Families move and county codes change: another county's prefix is never wrong by itself (docs/facts.md D18).
    code: "citizen-id-other-county",
    severity: "info",
    scope: "row",
    reads: ["citizenId"],
    check: (values, { countyCodes }, row) => {
      const id = soundId(row, "citizenId");
      const isElsewhere = id !== undefined && countyCodes.length > 0 && !countyCodes.some((code) => id.startsWith(code));
      return isElsewhere ? ownId(values, { prefix: id.slice(0, 6) }) : undefined;
    },
    good: [{}, { citizenId: "61212819910722402X", gender: "女" }, { citizenId: "612128910722402", gender: "女" }],
    bad: [{ citizenId: "610528200111300043" }],
  },
  {
    code: "ids-swapped",
    severity: "error",
    scope: "row",
    reads: ["citizenId", "coBorrowerId"],
    check: (values, _, row) => (areIdsSwapped(row) ? ownId(values) : undefined),
    good: [{}, { coBorrowerId: "" }, { coBorrowerId: "610526199602291235" }],
    bad: [{ citizenId: "612128196805124014", coBorrowerId: "610526199403150018" }],
  },
  {
    code: "id-same-as-co-borrower",
    severity: "error",
    scope: "row",
    reads: ["citizenId", "coBorrowerId"],
    check: (values, _, row) => {
      const id = soundId(row, "citizenId");
      return id !== undefined && id === soundId(row, "coBorrowerId") ? ownId(values) : undefined;
    },
    good: [{}],
    bad: [{ coBorrowerId: "610526199403150018" }],
  },
  {
    code: "borrower-age-impossible",
    severity: "error",
    scope: "row",
    reads: ["citizenId"],
    check: (values, context, row) => {
      const age = ageByDue(row, "citizenId", context);
      return age !== undefined && (age < 16 || age > 60) && !areIdsSwapped(row) ? ownId(values, { age }) : undefined;
    },
    good: [{}, { citizenId: "612128198910153369", gender: "女" }],
    bad: [{ citizenId: "610526200503150010" }, { citizenId: "610526195003150010", coBorrowerId: "" }],
  },
  {
    code: "borrower-age-unusual",
    severity: "warning",
    scope: "row",
    reads: ["citizenId"],
    check: (values, context, row) => {
      const age = ageByDue(row, "citizenId", context) ?? 25;
      const isUnusual = (age >= 16 && age < 19) || (age > 45 && age <= 60);
      return isUnusual && !areIdsSwapped(row) ? ownId(values, { age }) : undefined;
    },
    good: [{}, { citizenId: "61052619700315001X", coBorrowerId: "610526199403150018" }],
    bad: [{ citizenId: "610528200111300043" }, { citizenId: "61052619700315001X", coBorrowerId: "612128193508124014" }],
  },
  {
    code: "gender-differs",
    severity: "warning",
    scope: "row",
    reads: ["citizenId", "gender"],
    check: ({ gender, citizenId = "" }, _, row) => {
      const id = soundId(row, "citizenId");
      if (id === undefined || (gender !== "male" && gender !== "female")) return undefined;
      return isMale(id) === (gender === "male") ? undefined : { field: "gender", params: { value: masked(citizenId) } };
    },
    good: [{ gender: "男" }, { gender: "" }, { citizenId: "61212819910722402X", gender: "女" }],
    bad: [{ gender: "女" }, { citizenId: "61212819910722402X", gender: "男" }],
  },
  {
    code: "name-missing",
    severity: "error",
    scope: "row",
    reads: ["name"],
    check: (_, __, row) => (isBlank(row, "name") ? { field: "name" } : undefined),
    good: [{}, { name: "欧阳思齐" }, { name: "阿卜杜拉·买买提" }],
    bad: [{ name: "" }],
  },
  {
    code: "name-garbled",
    stops: true,
    severity: "warning",
    scope: "row",
    reads: ["name"],
    check: ({ name = "" }) => (isGarbledName(name) ? { field: "name", params: { value: name } } : undefined),
    good: [{}, { name: "司马䶮" }, { name: "阿卜杜拉•买买提" }, { name: "王 齐" }, { name: "" }, { name: "Ali Khan" }],
    bad: [
      { name: "王?齐" },
      { name: "王？" },
      { name: "王\ue123" },
      { name: "王" },
      { name: "王2" },
      { name: "王晓燕".repeat(20) },
      { name: "王yan" },
      { name: "constructor" },
      { name: "+1" },
    ],
  },
  {
    code: "contract-no-missing",
    severity: "error",
    scope: "row",
    reads: ["contractNo"],
    check: ({ contractNo = "" }, _, row) =>
      isBlank(row, "contractNo") || (contractNo !== "" && !/\d/.test(contractNo)) ? { field: "contractNo" } : undefined,
    good: [{}, { contractNo: "蒲贷2013-0001" }],
    bad: [{ contractNo: "" }, { contractNo: "无" }, { contractNo: "-" }],
  },
  {
    code: "co-borrower-id-invalid",
    severity: "warning",
    scope: "row",
    reads: ["coBorrowerId"],
    check: ({ coBorrowerId = "" }, _, row) =>
      idFault(row, "coBorrowerId") ? { field: "coBorrowerId", params: { value: masked(coBorrowerId) } } : undefined,
    good: [{}, { coBorrowerId: "" }, { coBorrowerId: "612128680512401" }],
    bad: [{ coBorrowerId: "612128196805124015" }, { coBorrowerId: "61212819680512401" }, { coBorrowerId: "612128196802304013" }],
  },
  {
    code: "co-borrower-age",
    severity: "warning",
    scope: "row",
    reads: ["coBorrowerId"],
    check: ({ coBorrowerId = "" }, context, row) => {
      const age = ageByDue(row, "coBorrowerId", context) ?? 50;
      const isSaidElsewhere = areIdsSwapped(row) || soundId(row, "citizenId") === soundId(row, "coBorrowerId");
      return (age < 30 || age > 80) && !isSaidElsewhere
        ? { field: "coBorrowerId", params: { value: masked(coBorrowerId), age } }
        : undefined;
    },
    good: [{}, { citizenId: "612128196805124014", coBorrowerId: "610526199403150018" }],
    bad: [{ coBorrowerId: "612128193508124014" }, { coBorrowerId: "610526199306070219" }],
  },
  {
    code: "co-borrower-too-young",
    severity: "warning",
    scope: "row",
    reads: ["citizenId", "coBorrowerId"],
    check: ({ coBorrowerId = "" }, _, row) => {
      const years = yearsOlder(row) ?? 30;
      const isSame = soundId(row, "citizenId") === soundId(row, "coBorrowerId");
      return years < 14 && years > -14 && !isSame ? { field: "coBorrowerId", params: { value: masked(coBorrowerId), years } } : undefined;
    },
    good: [{}, { coBorrowerId: "610526199403150018" }],
    bad: [{ coBorrowerId: "612128198910153369" }, { coBorrowerId: "610526199602291235" }],
  },
  {
    code: "co-borrower-same-name",
    severity: "warning",
    scope: "row",
    reads: ["name", "coBorrowerName"],
    check: ({ name, coBorrowerName = "" }, { nameKey }) =>
      name?.length === coBorrowerName.length && nameKey(name) === nameKey(coBorrowerName)
        ? { field: "coBorrowerName", params: { value: coBorrowerName } }
        : undefined,
    good: [{}, { coBorrowerName: "" }],
    bad: [{ name: "王思齐", coBorrowerName: "王 思 齐" }],
  },
  {
    code: "co-borrower-missing",
    severity: "info",
    scope: "row",
    reads: ["coBorrowerName"],
    check: (_, __, row) => (isBlank(row, "coBorrowerName") ? { field: "coBorrowerName" } : undefined),
    good: [{}],
    bad: [{ coBorrowerName: "" }],
  },
] as const satisfies readonly Rule[];
