// Both languages say the same things with the same parameters, and no finding is left without words or with an open place in them.
import { describe, expect, test } from "@jest/globals";
import { layoutSeverities } from "../../src/domain/record/layout-code";
import type { Rule } from "../../src/domain/checking/rule";
import { rules } from "../../src/domain/checking/rules/index";
import { fieldTypes, type FieldId } from "../../src/domain/record/field";
import { en } from "../../src/i18n/en";
import { errorText, fieldName, fill, findingText, languageFor, languages, ruleTitle, severityName } from "../../src/i18n/index";
import { zhCN } from "../../src/i18n/zh-CN";
import { exampleBook } from "../support/builders";
import { checked } from "../support/checked";

const allRules: readonly Rule[] = rules;
const codes = [...allRules.map(({ code }) => code), ...Object.keys(layoutSeverities)].sort();
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
const entries = (texts: Readonly<Record<string, string>>) => Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
const shape = (texts: Readonly<Record<string, string>>) => entries(texts).map(([key, text]) => `${key}: ${placeholders(text).join(" ")}`);

test("every rule and every layout code has words, and no words are left over", () => {
  expect(Object.keys(zhCN.findings).sort()).toEqual(codes);
  expect(Object.keys(en.findings).sort()).toEqual(codes);
});

test("both languages have the same keys with the same parameters", () => {
  expect(shape(en.findings)).toEqual(shape(zhCN.findings));
  expect(shape(en.errors)).toEqual(shape(zhCN.errors));
  expect(shape(en.refusals)).toEqual(shape(zhCN.refusals));
  expect(Object.keys(en.severities)).toEqual(Object.keys(zhCN.severities));
});

test.each(languages)("%s: every finding has a title, a message and a next step, ended by a full stop", (language) => {
  const odd = codes.filter((code) => {
    const { title, message, advice } = findingText(language, { rule: code, severity: "info", sheet: "", row: 1, cell: "", params: {} });
    return !title || /[。.]$/.test(title) || !/[。.：:]$|\{text\}$/.test(message.trim() || "。") || !/[。.]$/.test(advice);
  });
  expect(odd).toEqual([]);
});

test("no Chinese text ends a clause with a half-width mark, no English one with a full-width mark", () => {
  const chinese = entries({ ...zhCN.findings, ...zhCN.errors, ...zhCN.refusals }).filter(([, text]) =>
    /[\u4e00-\u9fff][,;:.!?](?!\w)/.test(text),
  );
  const english = entries({ ...en.findings, ...en.errors, ...en.refusals }).filter(([, text]) => /[，。；：、]/.test(text));
  expect([chinese.map(([key]) => key), english.map(([key]) => key)]).toEqual([[], []]);
});

test("every field has an English name", () => {
  expect(Object.keys(en.fields ?? {}).sort()).toEqual(Object.keys(fieldTypes).sort());
  expect(fieldName("en", "citizenId", "身份证号")).toBe("ID number");
  expect(fieldName("zh-CN", "citizenId", "公民身份号码")).toBe("公民身份号码");
});

describe("the findings of the rules' own examples", () => {
  const findings = allRules.flatMap((rule) =>
    rule.bad.flatMap((example) => checked(exampleBook(example, rule.examplesIn)).findings.filter(({ rule: code }) => code === rule.code)),
  );

  const spoken = (language: (typeof languages)[number], finding: (typeof findings)[number]) =>
    Object.values(findingText(language, finding)).join(" ");

  test("give every parameter that their words need", () => {
    const required = (code: string) => placeholders(zhCN.findings[code as keyof typeof zhCN.findings].replace(/\[[^\]]*\]/g, ""));
    const lacking = findings.flatMap(({ rule, params }) =>
      required(rule)
        .filter((name) => name === undefined || params[name] === undefined)
        .map((name) => `${rule}: ${name}`),
    );
    expect([...new Set(lacking)]).toEqual([]);
  });

  test("are said without open places, and quote the heading as the sheet spells it", () => {
    const open = findings.filter((finding) => languages.some((language) => /[{}[\]]|undefined|NaN/.test(spoken(language, finding))));
    expect(open.map(({ rule }) => rule)).toEqual([]);
    const finding = findings.find(({ rule }) => rule === "citizen-id-check-digit")!;
    expect(findingText("zh-CN", finding)).toEqual({
      title: "身份证号校验位不符",
      message: "“身份证号”的校验位不符（610526********0019），号码里至少有一位是错的。",
      advice: "请对照身份证或合同逐位核对后更正。",
    });
    expect(findingText("en", finding).message).toBe(
      "The check digit of “身份证号” does not fit (610526********0019), so at least one digit is wrong.",
    );
  });

  test("never show a whole ID number", () => {
    const shown = findings.filter((finding) => /(?<![\dX])[\d０-９]{17}[\d０-９X](?![\dX])/i.test(findingText("zh-CN", finding).message));
    expect([...new Set(shown.map(({ rule }) => rule))]).toEqual([]);
  });
});

test("a bracketed part is said only when its parameter has a value", () => {
  expect(fill("找不到[，可能是{names}]。", { names: "" })).toBe("找不到。");
  expect(fill("找不到[，可能是{names}]。", { names: "孙镇" })).toBe("找不到，可能是孙镇。");
  expect(fill("“{value}”", { value: "[1] {x}" })).toBe("“[1] {x}”");
});

test("what the world refused is one sentence with the next step", () => {
  expect(errorText("zh-CN", { code: "encrypted", detail: "名单.xlsx" })).toBe(
    "文件“名单.xlsx”有打开密码。请输入密码，或在 Excel 中去掉密码后再试。",
  );
  for (const language of languages) {
    for (const code of Object.keys(zhCN.errors) as (keyof typeof zhCN.errors)[]) {
      expect(errorText(language, { code, detail: "名单.xlsx" })).toMatch(/名单\.xlsx.*[。.]$/);
    }
  }
});

test("no reason leaves an English word in a Chinese sentence, or a sign of the templates in any", () => {
  const whys = Object.keys(zhCN.reasons) as (keyof typeof zhCN.reasons)[];
  const said = (language: "zh-CN" | "en", why: keyof typeof zhCN.reasons) =>
    errorText(language, { code: "too-large", detail: "名单", reason: { why, count: 7, sheet: "表一" } });
  expect(whys.map((why) => said("zh-CN", why)).filter((text) => /[A-Za-z]/.test(text.replace(/Word|PDF|XML|fods|MB/g, "")))).toEqual([]);
  for (const language of languages) expect(whys.map((why) => said(language, why)).filter((text) => /[[\]{}]/.test(text))).toEqual([]);
});

test("languages and gravities have their names", () => {
  expect([languageFor("zh-CN"), languageFor("en-US"), languageFor("de-DE")]).toEqual(["zh-CN", "en", "zh-CN"]);
  expect((["error", "warning", "info"] as const).map((severity) => severityName("zh-CN", severity))).toEqual(["错误", "警告", "提示"]);
  expect(ruleTitle("zh-CN", "due-not-sum")).toBe("应还合计不等于本金加利息");
  expect(() => ruleTitle("en", "no-such-rule")).toThrow(RangeError);
});

test("a finding without a heading names its field", () => {
  const field: FieldId = "due";
  const finding = { rule: "nothing-due", severity: "info", sheet: "", row: 1, cell: "", field, params: {} } as const;
  expect(findingText("en", finding).message).toBe("“Total due” is zero this year.");
});
