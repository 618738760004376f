// Words for what could not be merged: the kind of conflict and what to do about it.
import type { ConflictKind } from "../../domain/returns/conflict";
import type { Proposal } from "../../domain/returns/decision";
import { loggedAs } from "../checking/log-words";

/** A kind of conflict as people read it, with the next step. */
export interface ConflictWords {
  readonly label: string;
  readonly advice: string;
}

/** Every kind of conflict in words. */
export const conflictWords: Readonly<Record<ConflictKind, ConflictWords>> = {
  "locked-changed": {
    label: "锁定内容被改",
    advice: "未采用，以应还名单为准；姓名、证件号码和金额不能由学校更改。",
  },
  "row-added": { label: "名单外新增", advice: "应还名单中没有此人或此合同，请核实是否由其他学校转入；属实的先补入应还名单，再合并一次。" },
  "row-missing": { label: "缺少此行", advice: "学校交回的名单中没有此合同，已登记的内容保留不变；请学校补报。" },
  "row-duplicated": {
    label: "同一合同重复",
    advice: "各行填写一致的只登记一次；不一致的均未登记，请在要保留的那一行填“采用”，其余填“拒绝”，或请学校重新交回。",
  },
  "row-shifted": { label: "疑似错位", advice: "有一列被单独排序，填写内容可能对不上人，整份文件未登记；请学校用原名单重新填写。" },
  "two-versions": { label: "两份不一致", advice: "已登记的内容未动。请与学校核对：交回内容对的填“采用”，已登记内容对的填“拒绝”。" },
  "invalid-value": { label: "填写有误", advice: "无法识别、日期不存在、晚于今天或金额不合理，此格未登记；请学校更正后重新交回。" },
  "other-school": { label: "属于其他学校", advice: "此行按辖区划分属于其他学校，未登记；请与责任学校核对，属实的填“采用”，否则填“拒绝”。" },
  unmatched: { label: "无法匹配", advice: "编号、合同编号、身份证号都对不上，未登记；请核对后手工登记。" },
};

/** What a question about a word on no list is called. */
export const wordLabel = "不认识的词";

/** What a question about somebody who is reported as gone is called. */
export const transferLabel = "报告转出";

/** What to do where something that came may be taken, by what taking it does. */
export const proposalAdvice: Readonly<Record<Proposal["do"], string | undefined>> = {
  register: undefined,
  amend: "联系方式请逐条核实：属实的填“采用”，以后按新内容联系（记入“更正”，应还名单原表不改）；不属实的填“拒绝”。",
  word: "名单上没有这个说法。请在“决定”里选它的意思，全县各校同样的说法都照此登记，以后不再问；没有意义的填“拒绝”。",
  transfer:
    "学校报告该生已到其他学校的辖区。请在“决定”里选现在负责的学校：记入“待划分”，下次拆分起列入该校名单，两校的“名单变更”都会写明；没有这回事的填“拒绝”。",
  file: "文件名与内容不是同一所学校，整份未登记。确认按内容登记的填“采用”，再把这份文件合并一次；否则填“拒绝”。",
};

/** What is done when returned files or decisions on them are taken into the book. */
export type CollectAction = "collect" | "decide";

/** The counts of one run, by what they count. */
export interface CollectCounts {
  readonly files: number;
  readonly merged: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Questions that the centre had decided, and questions that wait for it. */
  readonly decided: number;
  readonly open: number;
  readonly notReturned: number;
}

/** One run as a line of 变更日志. */
export function collectSummary(action: CollectAction, count: CollectCounts): { readonly action: string; readonly counts: string } {
  const decided = count.decided > 0 ? `处理决定${count.decided}条，` : "";
  const rows = `登记有更新${count.updated}条，无变化${count.unchanged}条，${decided}冲突与无法匹配待决定${count.open}条`;
  const schools = `未回收学校${count.notReturned}所`;
  if (action === "decide")
    return { action: loggedAs.decide, counts: `${decided}登记有更新${count.updated}条；待决定${count.open}条；${schools}` };
  return { action: loggedAs.collect, counts: `收到文件${count.files}份，采用${count.merged}份；${rows}；${schools}` };
}
