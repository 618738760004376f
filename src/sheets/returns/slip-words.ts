// What taking slips is called and has come to, in words.
import type { SlipRefusal } from "../../domain/returns/slip";
import { loggedAs } from "../checking/log-words";

/** Why a slip is not taken, with what to do. */
export const refusalWords = {
  "check-character": "编号的校验字符不对，请对照签收单重新核对",
  "other-season": "不是本县本季的编号",
  withdrawn: "该同学已撤出名单或不必送达，请核对",
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
