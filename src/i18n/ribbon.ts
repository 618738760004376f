// The words of the ribbon: the tab, its groups, and those of the buttons. manifest.xml shows the same words, and a test compares them.
import { buttonIds, type ButtonId, buttons, type ButtonWords, type Group } from "./buttons";
import type { Language } from "./index";

/** What the ribbon says in one language. */
export interface RibbonWords {
  /** The product's name (at most 125 characters) and what it is for (at most 250). */
  readonly name: string;
  readonly description: string;
  readonly tab: string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly buttons: Readonly<Record<ButtonId, ButtonWords>>;
  /** The callout that Excel shows once after the add-in has been installed. */
  readonly welcome: { readonly title: string; readonly description: string };
}

function wordsIn(language: Language): RibbonWords["buttons"] {
  return Object.fromEntries(buttonIds.map((id) => [id, buttons[id][language]])) as RibbonWords["buttons"];
}

/** The ribbon in every language. */
export const ribbonWords: Readonly<Record<Language, RibbonWords>> = {
  "zh-CN": {
    name: "助学贷款回收助手",
    description:
      "在中心原来的工作簿上办完一个催收季：校验名单、按辖区拆分、生成催收通知书、合并学校交回的表、汇总还款与异常、形成全县通报。不向外发送任何数据。",
    tab: "助学贷款回收",
    groups: { assistant: "助手", preparation: "数据准备", delivery: "通知送达", collection: "还款登记", closing: "汇总通报" },
    buttons: wordsIn("zh-CN"),
    welcome: {
      title: "助学贷款回收助手已就绪",
      description: "打开中心的工作簿，在“助学贷款回收”选项卡上从左到右依次办理，第一步是“校验名单”。",
    },
  },
  en: {
    name: "Loan Recovery Assistant for Excel",
    description:
      "A whole student-loan repayment season in the workbook you already have: check lists, split by jurisdiction, make notices, merge what schools return, roll everything up. No data is sent anywhere.",
    tab: "Loan Recovery",
    groups: {
      assistant: "Assistant",
      preparation: "Preparation",
      delivery: "Delivery",
      collection: "Collection",
      closing: "Reporting",
    },
    buttons: wordsIn("en"),
    welcome: {
      title: "Loan Recovery Assistant is ready",
      description: "Open your workbook and go through the Loan Recovery tab from left to right. The first step is Check Lists.",
    },
  },
};
