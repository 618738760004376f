// The words of loan policy (政策包): what its papers are called, and its facts as a person reads them.
import type { PayWay, PolicySource } from "../../domain/policy/fact";
import { factOn, factsOn, type PolicyOverrides } from "../../domain/policy/policy";

/** What each source is called. */
export const policySources = {
  "before-2014": "2014年以前的国家助学贷款政策",
  "finance-2014-180": "财教〔2014〕180号",
  "education-2015-7": "教财〔2015〕7号",
  "education-2020-4": "教财〔2020〕4号",
  "finance-2021-164": "财教〔2021〕164号",
  "relief-2022": "2022年国家助学贷款免息及本金延期偿还政策",
  "finance-2023-66": "财教〔2023〕66号",
  "relief-2023": "2023年国家助学贷款免息及本金延期偿还政策",
  "finance-2024-188": "财教〔2024〕188号",
  "relief-2024": "2024年国家助学贷款免息及本金延期偿还政策",
  "finance-2025-69": "财教〔2025〕69号",
  "loan-system": "国家开发银行助学贷款信息网问答",
  "notice-2019": "2019年本息回收工作通知",
  settings: "本工作簿的设置",
} as const satisfies Readonly<Record<PolicySource, string>>;

const wayWords = { alipay: "支付宝", card: "刷卡", relatives: "代还" } as const satisfies Readonly<Record<PayWay, string>>;

/** A line that 设置 of a new season should have, and why: what the year's policy says, or that nobody has confirmed it (待核实). */
export interface PolicyPrompt {
  readonly key: keyof PolicyOverrides;
  readonly name: string;
  readonly text: string;
}

/** What the centre has to look at in the policy of a year. */
export function policyPrompts(year: number): readonly PolicyPrompt[] {
  const relief = (about: "waivedInterest" | "deferredPrincipal", key: PolicyPrompt["key"], name: string, does: string) => {
    const fact = factOn(about, year);
    if (!fact) return [];
    const source = policySources[fact.source];
    const text = fact.isConfirmed
      ? `${source}：${does}；本县另有规定的填“否”，不填按此办理`
      : `待核实：${source}是否适用，核实后填“是”或“否”；不填的，通知书不写`;
    return [{ key, name, text }];
  };
  const ways = factsOn("payWays", year).flatMap(({ value, isConfirmed }) => (isConfirmed ? [] : value));
  const known = ways.map((way) => wayWords[way]).join("、");
  return [
    ...relief("waivedInterest", "waivesInterest", "免息", `${year}年应还利息免除`),
    ...relief("deferredPrincipal", "defersPrincipal", "本金延期", `${year}年应还本金可申请延期`),
    ...(ways.length === 0
      ? []
      : [
          {
            key: "payWays" as const,
            name: "还款渠道",
            text: `待核实：${known}今年是否可用，核实后填全部可用的方式（如“支付宝、刷卡、代还”）；不填的，通知书不写${known}`,
          },
        ]),
  ];
}
