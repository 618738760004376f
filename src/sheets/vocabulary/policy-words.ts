// The words of loan policy (政策包): what its papers are called, and its facts as a person reads them.
import type { PolicySource } from "../../domain/policy/fact";

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
