// Reminders to schools (提醒用语): what is still to come, by when it was wanted and whom to send it to, to be copied as it stands; nobody's data in it.
import type { SchoolKey } from "../../domain/identity/keys";
import type { Day } from "../../domain/values/day";
import { spokenDay } from "../vocabulary/spoken-day";

/** The day of which it is said, and the one by which everything was wanted. */
export interface ReminderClock {
  readonly deadline: Day;
  readonly today: Day;
}

/** What a school still owes the centre. */
export interface StillToCome {
  readonly school: SchoolKey;
  /** "" where the centre itself is the one to send it to. */
  readonly liaison: string;
  readonly persons: number;
  readonly contracts: number;
  readonly hasReturned: boolean;
  /** Contracts on which the school has still to say something. */
  readonly left: number;
  readonly slipsMissing: number;
  readonly hasContacts: boolean;
}

function missing({ left, slipsMissing, hasContacts }: StillToCome): string {
  const parts = [
    left > 0 ? `${left}笔合同未填` : "",
    slipsMissing > 0 ? `签收单还差${slipsMissing}份` : "",
    hasContacts ? "" : "联系表未交",
  ];
  return parts.filter((part) => part !== "").join("，");
}

/** What may be sent to a school as it stands; "" where nothing is missing. */
export function reminder(school: StillToCome, { deadline, today }: ReminderClock): string {
  const { school: name, liaison, persons, contracts, hasReturned } = school;
  const to = liaison === "" ? "县学生资助管理中心" : `包联同志${liaison}`;
  const isLate = today > deadline;
  const greeting = `${name}的老师您好！截至${spokenDay(today)}，`;
  if (!hasReturned) {
    const when = isLate ? `原定${spokenDay(deadline)}前交回，现已过期，请抓紧填好` : `请于${spokenDay(deadline)}前（含当日）填好`;
    return `${greeting}贵校的助学贷款催收名单（${persons}人、${contracts}笔合同）尚未收到，${when}，发给${to}。填了一部分也可以先交。如已发送，请与${to}核对，谢谢！`;
  }
  const what = missing(school);
  if (what === "") return "";
  const when = isLate ? `原定${spokenDay(deadline)}前交齐，现已过期，请抓紧补齐` : `请于${spokenDay(deadline)}前（含当日）补齐`;
  return `${greeting}贵校的助学贷款催收名单已收到，还有以下内容请补：${what}。${when}，发给${to}。如已发送，请与${to}核对，谢谢！`;
}
