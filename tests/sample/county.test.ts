// The invented county: sums to the 分, sound numbers, one school for everybody, and the same county for the same seed.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { birthDay, citizenIdFault, isMale } from "../../src/domain/identity/citizen-id";
import { ageOn, day } from "../../src/domain/values/day";
import { addFen, sumFen, yuanText } from "../../src/domain/values/money";
import { phoneKind } from "../../src/domain/values/phone";
import { sampleCounty, totalsFor } from "../../src/sample/county";
import type { County } from "../../src/sample/records";
import { schoolOf } from "../../src/sample/schools";

const county = sampleCounty({ persons: 3917, seed: 2019 });
const contractsOf = ({ persons }: County) => persons.flatMap((person) => person.contracts);
const sums = (of: County) => {
  const contracts = contractsOf(of);
  return {
    persons: new Set(of.persons.map((person) => person.citizenId)).size,
    principal: sumFen(contracts.map((contract) => contract.principal)),
    interest: sumFen(contracts.map((contract) => contract.interest)),
    due: sumFen(contracts.map((contract) => contract.due)),
  };
};

describe("the county of the notice", () => {
  test("its sums are the notice's to the cent", () => {
    const { persons, principal, interest, due } = sums(county);
    expect([persons, yuanText(principal), yuanText(interest), yuanText(due)]).toEqual([3917, "4456018.09", "2034268.77", "6490286.86"]);
  });

  test("about nine thousand contracts with unique numbers", () => {
    const numbers = contractsOf(county).map((contract) => contract.contractNo);
    expect(numbers.length).toBeGreaterThan(8700);
    expect(numbers.length).toBeLessThan(9300);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !/^610526\d{11}$/.test(number))).toEqual([]);
  });

  test("24 schools, each with borrowers of its own", () => {
    expect(county.schools.map((school) => school.code)).toEqual(
      Array.from({ length: 24 }, (_, index) => String(index + 1).padStart(2, "0")),
    );
    const busy = new Set(county.persons.map((person) => person.school));
    expect(county.schools.filter((school) => !busy.has(school.name))).toEqual([]);
  });

  test("every person belongs to one known school, by hand or by the table", () => {
    const known = new Set(county.schools.map((school) => school.name));
    expect(county.persons.filter((person) => !known.has(person.school))).toEqual([]);
    expect(county.persons.filter((person) => person.school !== (person.handSchool || schoolOf(person)))).toEqual([]);
    expect(county.persons.filter((person) => person.handSchool).length).toBeGreaterThan(2);
  });

  test("many contracts are in grace, none owes more than its balance, none is negative", () => {
    const contracts = contractsOf(county);
    const inGrace = contracts.filter((contract) => contract.principal === 0).length;
    expect(inGrace / contracts.length).toBeGreaterThan(0.3);
    const unsound = contracts.filter(
      ({ principal, interest, due, balance, loanAmount }) =>
        principal < 0 ||
        interest <= 0 ||
        due !== addFen(principal, interest) ||
        due > balance ||
        balance > loanAmount ||
        loanAmount < 100_000 ||
        loanAmount > 800_000,
    );
    expect(unsound).toEqual([]);
  });

  test("ID numbers are sound, unique, and agree with sex and age", () => {
    const due = day("2019-12-20");
    const unsound = county.persons.filter(({ citizenId, gender, coBorrower }) => {
      const birth = birthDay(citizenId);
      const parentBirth = birthDay(coBorrower.citizenId);
      if (citizenIdFault(citizenId) || citizenIdFault(coBorrower.citizenId) || !birth || !parentBirth) return true;
      const gap = Number(birth.slice(0, 4)) - Number(parentBirth.slice(0, 4));
      const isAgeRight = ageOn(birth, due) >= 19 && ageOn(birth, due) <= 30 && gap >= 20 && gap <= 35;
      return !isAgeRight || isMale(citizenId) !== (gender === "男") || isMale(coBorrower.citizenId) !== (coBorrower.relation === "父亲");
    });
    expect(unsound).toEqual([]);
    const prefixes = new Set(county.persons.map((person) => person.citizenId.slice(0, 6)));
    expect(["610526", "612128", "610528"].every((prefix) => prefixes.has(prefix))).toBe(true);
  });

  test("telephones can be dialled, and no more than two persons share one", () => {
    const uses = new Map<string, number>();
    for (const person of county.persons)
      for (const phone of [person.phone, person.coBorrower.phone]) uses.set(phone, (uses.get(phone) ?? 0) + 1);
    expect([...uses.keys()].filter((phone) => phoneKind(phone) === "invalid")).toEqual([]);
    expect(Math.max(...uses.values())).toBe(2);
  });

  test("it has namesakes, siblings, compound surnames and rare characters", () => {
    const names = county.persons.map((person) => person.name);
    const parents = county.persons.map((person) => person.coBorrower.citizenId);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(new Set(parents).size).toBeLessThan(parents.length - 20);
    expect(names.some((name) => /^(欧阳|上官|司马)/.test(name))).toBe(true);
    expect(names.some((name) => name.includes("䶮"))).toBe(true);
    expect(names.filter((name) => name !== name.normalize("NFKC"))).toEqual([]);
  });

  test("the bank names only contracts of the county, each once", () => {
    const due = new Map(contractsOf(county).map((contract) => [contract.contractNo, contract]));
    const deductions = county.batches.flatMap((batch) => batch.deductions);
    expect(new Set(deductions.map((deduction) => deduction.contractNo)).size).toBe(deductions.length);
    const wrong = deductions.filter(({ contractNo, result, principal, interest }) => {
      const taken = addFen(principal, interest);
      const owed = due.get(contractNo)?.due ?? 0;
      if (result === "成功") return taken !== owed;
      return result === "部分" ? taken <= 0 || taken >= owed : taken !== 0;
    });
    expect(wrong).toEqual([]);
    expect(new Set(deductions.map((deduction) => deduction.result))).toEqual(new Set(["成功", "部分", "失败", "余额不足"]));
  });
});

test("any number of persons and any seed: the sums are proportional and exact, the contracts can bear them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }), (persons, seed) => {
      const small = sampleCounty({ persons, seed });
      expect(sums(small)).toEqual(totalsFor(persons));
      expect(contractsOf(small).filter((contract) => contract.due > contract.balance || contract.interest <= 0)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("the same seed makes the same county, another seed another one", () => {
  const again = sampleCounty({ persons: 3917, seed: 2019 });
  expect(again).toEqual(county);
  const other = sampleCounty({ persons: 3917, seed: 2020 });
  expect(sums(other)).toEqual(sums(county));
  expect(other.persons[0]).not.toEqual(county.persons[0]);
});

test("a number of persons that makes no county is refused", () => {
  expect(() => sampleCounty({ persons: 0, seed: 1 })).toThrow(RangeError);
  expect(() => sampleCounty({ persons: 1.5, seed: 1 })).toThrow(RangeError);
});
