// What the sheets of a school's daily feedback are drawn from.
import type { RosterIndex } from "../../domain/identity/roster-index";
import type { Season } from "../../domain/record/season";
import type { SchoolFeedback } from "../../domain/standing/feedback";
import type { Day } from "../../domain/values/day";

/** What a feedback says besides its people. */
export interface FeedbackDates {
  readonly season: Season;
  readonly index: RosterIndex;
  readonly asOf: Day;
  /** The day of the newest bank row up to then. */
  readonly dataAsOf: Day;
  /** The day it is compared with; absent at a first feedback. */
  readonly since?: Day;
  /** Days between without a feedback. */
  readonly skipped: readonly Day[];
}

/** What the sheets of a school are drawn from, its people in the order of lists. */
export interface FeedbackPart extends SchoolFeedback, FeedbackDates {
  /** As of when, as a sentence. */
  readonly asOfWords: string;
}
