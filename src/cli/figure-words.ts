// The figures that `recovery explain` knows, as a clerk calls them; apart from the command, so that the help costs nothing.
import type { FigureName } from "../actions/explain";

/** The figures as a clerk calls them. */
export const figureWords: Readonly<Record<FigureName, string>> = {
  due: "应还金额",
  principal: "应还本金",
  interest: "应还利息",
  repaid: "已还金额",
  outstanding: "未还金额",
  persons: "应还人数",
  delivered: "有效送达人数",
  paidPersons: "还清人数",
};

/** All of them. */
export const figureNames = Object.keys(figureWords) as readonly FigureName[];
