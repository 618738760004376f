// 设置 of the invented county: names, control totals and the dates of the notice.
import { day } from "../domain/values/day";
import type { CellOut, SheetSpec } from "../sheets/writing/spec";
import type { SampleTotals } from "./records";
import { plainSheet } from "./sheet-frame";

type Line = readonly [item: string, content: CellOut, explanation: string];

const date = (text: string): CellOut => ({ day: day(text) });

function lines(totals: SampleTotals): readonly Line[] {
  return [
    ["县名", "蒲城县", "用于标题和文件名"],
    ["单位", "蒲城县学生资助管理中心", "用于通知书落款"],
    ["年度", 2019, "回收年度"],
    ["文号", "陕教贷办〔2019〕1号", "依据的文件"],
    ["应还人数", totals.persons, "控制数：按身份证号计的学生人数"],
    ["应还本金", { fen: totals.principal }, "控制数，元"],
    ["应还利息", { fen: totals.interest }, "控制数，元"],
    ["应还合计", { fen: totals.due }, "控制数，元；等于本金加利息"],
    ["应还日", date("2019-12-20"), "合同约定的本年还款日"],
    ["联系表截止", date("2019-11-19"), "各校上报联系表（附件1）"],
    ["名单下发", date("2019-11-20"), "催收名单分发至各校"],
    ["送达开始", date("2019-11-25"), "通知书送达阶段第一天"],
    ["送达截止", date("2019-12-01"), "通知书送达阶段最后一天，含当日"],
    ["签收单截止", date("2019-11-29"), "签收单上交包联同志，含当日"],
    ["收缴开始", date("2019-12-02"), "本息收缴阶段第一天"],
    ["收缴截止", date("2019-12-10"), "本息收缴阶段最后一天"],
    ["上门开始", date("2019-12-11"), "上门催收阶段第一天，当日起每日反馈"],
    ["上门截止", date("2019-12-18"), "上门催收阶段最后一天"],
    ["情况说明截止", date("2019-12-18"), "逐人情况说明盖章上报，含当日"],
    ["咨询电话", "0913-7000000", "示例号码，请改为本单位电话"],
    ["办公地址", "蒲城县东大街示例楼一楼", "示例地址，印在通知书“刷卡还款”处"],
    ["办公时间", "工作日8:30—17:30", "示例时间，印在通知书“刷卡还款”处"],
    ["今天", null, "留空则取当天日期；填写后各项到期判断以此为准"],
  ];
}

/** The sheet 设置 with the county's control totals. */
export function settingsSheet(totals: SampleTotals): SheetSpec {
  const plain = plainSheet(
    "设置",
    [
      ["项目", { width: 16, style: "cell" }],
      ["内容", { width: 30, style: "cell" }],
      ["说明", { width: 48, style: "cellWrapped" }],
    ],
    lines(totals),
  );
  // A year is a name, not an amount: no separator of thousands.
  const styleOfLine = (item: CellOut, content: CellOut): "cellMoney" | "cellDay" | "cellCount" | undefined => {
    if (typeof content === "number") return item === "年度" ? undefined : "cellCount";
    if (content === null || typeof content === "string") return undefined;
    return "fen" in content ? "cellMoney" : "day" in content ? "cellDay" : undefined;
  };
  const styled = plain.rows.flatMap((row, index) => {
    const style = styleOfLine(row[0] ?? null, row[1] ?? null);
    return style ? [{ area: { top: index, left: 1, bottom: index, right: 1 }, style }] : [];
  });
  return { ...plain, styled: [...(plain.styled ?? []), ...styled] };
}
