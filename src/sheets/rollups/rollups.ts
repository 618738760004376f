// The roll-up tabs as records, in the order of the book.
import { batchRegister } from "../bank/batch-register";
import { exceptionDetails } from "./exception-details";
import { exceptionRollup } from "./exception-rollup";
import type { FigureAt } from "./figures";
import { leadership } from "./leadership";
import { hasClaimsToCheck, repaymentCheck } from "./repayment-check";
import { repaymentRollup } from "./repayment-rollup";
import type { RollupInput } from "./rollup-input";
import { schoolRollup } from "./school-rollup";
import type { SheetSpec } from "../writing/spec";
import type { TabId } from "../vocabulary/tabs";

/** One roll-up tab: its id and how it is drawn. */
export interface Rollup {
  readonly tab: TabId;
  /** Whether it may be shown to leaders as it is: nothing in it names or identifies a borrower. */
  readonly isImpersonal: boolean;
  readonly draw: (input: RollupInput) => SheetSpec;
  /** Whether its lines are single cases, so that a line of one day is not that of another. */
  readonly isListing?: true;
  /** Whether there is anything to draw; absent: always. */
  readonly isWanted?: (input: RollupInput) => boolean;
}

const hasBatches = ({ batches: { payments, lines } }: RollupInput) => payments.length + lines.length > 0;

/** Every roll-up tab. To add one, add a record. */
export const rollups = [
  { tab: "repayment-rollup", isImpersonal: true, draw: repaymentRollup },
  {
    tab: "bank-batches",
    isImpersonal: false,
    draw: (input: RollupInput) => batchRegister({ ...input, ...input.batches }),
    isWanted: hasBatches,
  },
  { tab: "repayment-check", isImpersonal: false, isListing: true, draw: repaymentCheck, isWanted: hasClaimsToCheck },
  { tab: "exception-rollup", isImpersonal: true, draw: exceptionRollup },
  { tab: "exception-list", isImpersonal: false, isListing: true, draw: exceptionDetails },
  { tab: "leadership", isImpersonal: true, draw: leadership },
  { tab: "school-rollup", isImpersonal: true, draw: schoolRollup },
] as const satisfies readonly Rollup[];

/** The roll-up tabs of a county: all of them, or those that are asked for. */
export function rollupSheets(input: RollupInput, only?: readonly TabId[]): readonly SheetSpec[] {
  const wanted: readonly Rollup[] = rollups;
  return wanted.filter(({ tab, isWanted }) => (only?.includes(tab) ?? true) && (isWanted?.(input) ?? true)).map(({ draw }) => draw(input));
}

/** A tab as it is drawn, with every figure that leads to its cells. */
export interface TracedTab {
  readonly tab: TabId;
  readonly spec: SheetSpec;
  readonly figures: readonly FigureAt[];
}

/** A roll-up tab of a county with its figures. */
export function tracedRollup({ tab, draw }: Rollup, input: RollupInput): TracedTab {
  const figures: FigureAt[] = [];
  const spec = draw({ ...input, note: (figure) => figures.push(figure) });
  return { tab, spec, figures };
}
