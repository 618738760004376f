// What taking slips is called and has come to, in words.
import type { SlipRefusal, SlipResult } from "../../domain/returns/slip";
import type { SlipVisit } from "../../domain/returns/take-slips";
import { loggedAs } from "../checking/log-words";

/** What came of a letter, in words; the first is what follows from who signed. */
export const resultWords = {
  valid: "有效签收",
  proxy: "代签",
  refused: "拒签",
  absent: "无人在家",
  unsaid: "待补填",
} as const satisfies Record<SlipResult, string>;

/** What 上门记录 says of a visit at which nobody signed. */
export const visitWords = {
  refused: "送达通知书：拒签",
  absent: "送达通知书：无人在家",
} as const satisfies Record<SlipVisit["outcome"], string>;

/** Why a slip is not taken, with what to do. */
export const refusalWords = {
  "check-character": "编号的校验字符不对，请对照签收单重新核对",
  "other-season": "不是本县本年度的编号，请核对",
  withdrawn: "该学生已撤出名单或不必送达，请核对",
  "not-issued": "没有编过这个编号，请对照签收单核对",
} as const satisfies Record<SlipRefusal, string>;

/** The line of 变更日志. */
export function slipSummary(count: { registered: number; already: number; unknown: number; unread: number }): {
  readonly action: string;
  readonly counts: string;
} {
  const pictures = count.unread > 0 ? `；${count.unread}张图片没有认出编号` : "";
  return {
    action: loggedAs.slips,
    counts: `新登记或更正${count.registered}份，已登记过${count.already}份，未采用${count.unknown}份${pictures}`,
  };
}
