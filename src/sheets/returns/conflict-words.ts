// Words for what could not be merged: the kind of conflict and what to do about it.
import type { ConflictKind } from "../../domain/returns/conflict";

/** A kind of conflict as people read it, with the next step. */
export interface ConflictWords {
  readonly label: string;
  readonly advice: string;
}

/** Every kind of conflict in words. */
export const conflictWords: Readonly<Record<ConflictKind, ConflictWords>> = {
  "locked-changed": {
    label: "锁定内容被改",
    advice: "未采用，以应还名单为准。电话、住址确有变化的，核实后在应还名单中更新。",
  },
  "row-added": { label: "名单外新增", advice: "应还名单中没有此人或此合同，请核实是否由其他学校转入；属实的先补入应还名单，再重新回收。" },
  "row-missing": { label: "缺少此行", advice: "学校交回的名单中没有此合同，已登记的内容保留不变；请学校补报。" },
  "row-duplicated": {
    label: "同一合同重复",
    advice: "各行填写一致的只登记一次；不一致的均未登记，请学校确认保留哪一行后重新交回。",
  },
  "row-shifted": { label: "疑似错位", advice: "有一列被单独排序，填写内容可能对不上人，整份文件未登记；请学校用原名单重新填写。" },
  "two-versions": { label: "两份不一致", advice: "已采用填写较多、日期较新的一份；请与学校核对，需要更正的直接改登记表。" },
  "invalid-value": { label: "填写有误", advice: "无法识别、日期不存在、晚于今天或金额不合理，此格未登记；请学校更正后重新交回。" },
  "other-school": { label: "属于其他学校", advice: "此行按辖区划分属于其他学校，未登记；请核对文件名与内容，由责任学校交回。" },
  unmatched: { label: "无法匹配", advice: "编号、合同编号、身份证号都对不上，未登记；请核对后手工登记。" },
};

/** The counts of one run, by what they count. */
export interface CollectCounts {
  readonly files: number;
  readonly merged: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly notReturned: number;
}

/** One run as a line of 变更日志. */
export function collectSummary(count: CollectCounts): { readonly action: string; readonly counts: string } {
  const files = `收到文件${count.files}份，采用${count.merged}份`;
  const rows = `登记有更新${count.updated}条，无变化${count.unchanged}条，冲突与无法匹配${count.conflicts}条`;
  return { action: "回收", counts: `${files}；${rows}；未回收学校${count.notReturned}所` };
}
