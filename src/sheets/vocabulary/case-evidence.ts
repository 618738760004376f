// What proves a special case, as schools are told and the centre asks for it.
import type { ChoiceCode } from "../../domain/record/choices";

/** The papers that prove each kind of special case (特殊情况类别). */
export const caseEvidence: Readonly<Record<ChoiceCode<"exceptionKind">, string>> = {
  deceased: "死亡证明或户口注销证明",
  missing: "法院宣告失踪的判决书或公安机关证明",
  illness: "二级以上医院诊断证明或残疾证",
  imprisoned: "判决书或监所出具的证明",
  enlisted: "入伍通知书或部队出具的证明",
  studying: "学籍在线验证报告或学校出具的在读证明",
  abroad: "护照签证页或留学、外派证明",
  unreachable: "两次以上上门记录和村（社区）证明",
  moved: "村（社区）或派出所出具的迁出证明",
  hardship: "村（社区）和乡镇出具的经济困难证明",
  refusing: "上门记录和学校情况说明",
  "not-borrower": "身份证和户口簿复印件",
  "paid-not-shown": "还款回单或支付宝还款截图",
  "early-applied": "提前还款申请截图或回执",
  other: "能说明情况的书面材料",
};
