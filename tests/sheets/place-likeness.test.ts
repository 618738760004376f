// Which places people really confuse in writing, and which are two.
import { describe, expect, test } from "@jest/globals";
import { mayBeMeant } from "../../src/sheets/vocabulary/place-likeness";

describe("a misspelling is suspected", () => {
  test.each([
    ["village", "罕并", "罕井", "look-alike characters"],
    ["village", "己家", "巳家", "look-alike characters"],
    ["township", "龙赤", "龙池", "the same sound in another tone"],
    ["village", "成家", "陈家", "endings in n and ng"],
    ["village", "山合", "三合", "flat and curled initials"],
    ["village", "贾家炉", "贾家沪", "one of three characters"],
    ["village", "贾家沟口", "贾家沟", "one character more than three"],
    ["middleSchool", "尧山中", "尧山中学", "an ending that does not count"],
    ["school", "罕并镇中心校", "罕井镇中心校", "look-alikes before an ending"],
  ] as const)("%s %s for %s: %s", (...[kind, written, known]) => {
    expect([mayBeMeant(kind, written, known), mayBeMeant(kind, known, written)]).toEqual([true, true]);
  });
});

describe("two places are two", () => {
  test.each([
    ["village", "东塬", "东贾", "one of two characters"],
    ["village", "东王庄", "西王庄", "neighbours"],
    ["village", "王家庄", "东王家庄", "neighbours"],
    ["village", "新", "新庄", "one character"],
    ["village", "孙", "罕", "one character"],
    ["middleSchool", "一中", "二中", "numbers"],
    ["middleSchool", "蒲城中学", "尧山中学", "other names before the same ending"],
  ] as const)("%s %s and %s: %s", (...[kind, one, other]) => {
    expect([mayBeMeant(kind, one, other), mayBeMeant(kind, other, one)]).toEqual([false, false]);
  });
});
