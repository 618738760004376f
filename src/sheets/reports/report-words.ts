// Words that several reports share: the definition of the net rates, the names of channels, and figures as the archive calls them.
import type { Paper } from "../../domain/record/season";
import type { Channel } from "../../domain/standing/channel";

/** To whom a report goes upward. */
export type Recipient = Extract<Paper, "province" | "bank">;

/** What the net rates leave out. */
export const netDefinition =
  "净回收率（扣除特殊情况暂停催收的人）：分子、分母都不含尚未还清且因死亡、失踪、重病或伤残、服刑、现役、重名或非本人等特殊情况（核实期间）或其他特殊情况（受理后）暂停催收的人；已还清的不论有无特殊情况都计入。";

/** What the classes of 还款方式 are called. */
export const channelWords = {
  alipay: "支付宝",
  "bank-card": "银行卡代扣",
  pos: "POS机",
  other: "其他",
  unknown: "不明",
  mixed: "多种方式",
} as const satisfies Record<Channel, string>;
