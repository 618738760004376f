// Amounts as people type them: every spelling becomes whole 分 or is noticed; an unreadable amount is never taken for nothing.
import nzh from "nzh/cn";
import type { FieldId } from "../../../domain/record/field";
import { type Fen, fen, fenFromYuan } from "../../../domain/values/money";
import { foldText } from "./clean";
import type { ReportIssue } from "./numbers-as-text";

// The shortest tail that is surely a binary fraction's and not a third decimal (docs/facts.md D26): a twentieth of a 分.
const tail = 0.05;
const blankMarks = /^(?:-+|—+|–+|\/+|无|零元?|没有)$/;

/** The money in a cell, or undefined when it is blank or unreadable (which is noticed). */
export function readMoney(field: FieldId, cell: string | number, report: ReportIssue): Fen | undefined {
  if (typeof cell === "number") return fromNumber(field, cell, report);
  const folded = foldText(cell).replace(/\s+/g, "");
  if (blankMarks.test(folded)) {
    report({ field, kind: "blank-mark", raw: cell });
    return undefined;
  }
  const plain = folded
    .replace(/^(?:人民币|RMB|CNY)?[¥$￥]?/i, "")
    .replace(/[。．]/g, ".")
    .replace(/(?:元整?|圆整?|RMB|CNY)$/i, "");
  const negative = /^\((.+)\)$/.exec(plain);
  const number = (negative ? `-${negative[1]}` : plain).replace(/(?<=\d)[,，](?=\d{3}(?:\D|$))/g, "");
  const amount = fenFromYuan(number);
  if (amount !== undefined) {
    report({ field, kind: "text-amount", raw: cell });
    return amount;
  }
  return (
    fromTenThousand(field, cell, number, report) ??
    fromLongFraction(field, cell, number, report) ??
    fromCapitals(field, cell, folded, report)
  );
}

function fromNumber(field: FieldId, value: number, report: ReportIssue): Fen | undefined {
  const cents = value * 100;
  if (!Number.isFinite(cents) || Math.abs(cents) >= 1e15) {
    report({ field, kind: "unreadable", raw: String(value) });
    return undefined;
  }
  const rounded = Math.sign(cents) * Math.round(Math.abs(cents) + 1e-6);
  if (Math.abs(cents - rounded) > tail) report({ field, kind: "fraction-of-fen", raw: String(value) });
  return fen(rounded);
}

function fromTenThousand(field: FieldId, raw: string, text: string, report: ReportIssue): Fen | undefined {
  const match = /^(-?\d{1,9}(?:\.\d{1,6})?)万$/.exec(text);
  if (!match?.[1]) return undefined;
  report({ field, kind: "ten-thousand", raw });
  return fen(Math.round(Number(match[1]) * 1_000_000));
}

function fromLongFraction(field: FieldId, raw: string, text: string, report: ReportIssue): Fen | undefined {
  return /^-?\d{1,12}\.\d{3,}$/.test(text) ? fromNumber(field, Number(text), (issue) => report({ ...issue, raw })) : undefined;
}

// 壹仟贰佰元伍角 and 一千二百元: only text made of numerals and units, so that no other word is read as money.
function fromCapitals(field: FieldId, raw: string, text: string, report: ReportIssue): Fen | undefined {
  const match =
    /^([零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]+)[元圆](?:零)?(?:([一二三四五六七八九壹贰叁肆伍陆柒捌玖])角)?(?:零?([一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?[整正]?$/.exec(
      text.replace(/^人民币/, ""),
    );
  const digit = (numeral: string | undefined) =>
    numeral ? Math.max("一二三四五六七八九".indexOf(numeral), "壹贰叁肆伍陆柒捌玖".indexOf(numeral)) + 1 : 0;
  const yuan = match?.[1]
    ? Number(/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(match[1]) ? nzh.decodeB(match[1]) : nzh.decodeS(match[1]))
    : Number.NaN;
  if (!match || !Number.isSafeInteger(yuan)) {
    report({ field, kind: "unreadable", raw });
    return undefined;
  }
  report({ field, kind: "capital-amount", raw });
  return fen(yuan * 100 + digit(match[2]) * 10 + digit(match[3]));
}
