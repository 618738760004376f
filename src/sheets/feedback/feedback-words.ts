// What a daily feedback has come to, in one line of the log.
import type { Day } from "../../domain/values/day";
import { loggedAs } from "../checking/log-words";

/** Persons by what is said of them. */
export interface FeedbackFigures {
  readonly newlyPaid: number;
  readonly unpaid: number;
  readonly withdrawn: number;
  readonly changed: number;
}

/** The figures of all files together. */
export function sumFeedback(files: readonly FeedbackFigures[]): FeedbackFigures {
  const sum = (figure: keyof FeedbackFigures) => files.reduce((total, file) => total + file[figure], 0);
  return { newlyPaid: sum("newlyPaid"), unpaid: sum("unpaid"), withdrawn: sum("withdrawn"), changed: sum("changed") };
}

/** A feedback as a line of the log. */
export function feedbackSummary(
  files: readonly FeedbackFigures[],
  since: Day | undefined,
): { readonly action: string; readonly counts: string } {
  const { newlyPaid, unpaid, withdrawn, changed } = sumFeedback(files);
  const compared = since === undefined ? "第一次反馈" : `与${since}相比`;
  return {
    action: loggedAs.feedback,
    counts: `${files.length}所学校，${compared}；新还清${newlyPaid}人，未还${unpaid}人，撤销${withdrawn}人，变更${changed}人`,
  };
}
