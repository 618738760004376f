// What the days and names on slips say of them: whether letter and slip came in time, and what asks for a look.
import { addDays, type Day } from "../values/day";
import type { SlipRecord } from "./slip";

/** The two clocks: whether the letter reached the family, and the slip the centre, in time; undefined where no day is known. */
export interface SlipClocks {
  readonly isDeliveredLate: boolean | undefined;
  readonly isHandedInLate: boolean | undefined;
}

/** A letter that was delivered after slips were due is handed in on the same or the next day. */
export function clocksOf(
  { values: { deliveredOn }, receivedOn }: SlipRecord,
  { deliveryTo, slipsDue }: { readonly deliveryTo: Day; readonly slipsDue: Day },
): SlipClocks {
  const due = deliveredOn !== undefined && addDays(deliveredOn, 1) > slipsDue ? addDays(deliveredOn, 1) : slipsDue;
  return {
    isDeliveredLate: deliveredOn === undefined ? undefined : deliveredOn > deliveryTo,
    isHandedInLate: receivedOn === undefined ? undefined : receivedOn > due,
  };
}

/** What asks for a look at the slips of a school; it accuses nobody. */
export type SlipOddity = "one-day" | "one-signer" | "signer-delivers" | "before-lists";

const leastAlike = 5;

/** What is odd about slips of one school (docs/facts.md D41), by number. */
export function odditiesOf(records: readonly SlipRecord[], listsOut: Day): ReadonlyMap<string, readonly SlipOddity[]> {
  const days = new Set(records.flatMap(({ values }) => values.deliveredOn ?? []));
  const dated = records.filter(({ values }) => values.deliveredOn !== undefined).length;
  const signers = new Map<string, number>();
  for (const { values } of records) if (values.signedBy) signers.set(values.signedBy, (signers.get(values.signedBy) ?? 0) + 1);
  return new Map(
    records.map(({ number, values: { signedBy, deliveredBy, deliveredOn } }) => {
      const found: readonly (SlipOddity | false)[] = [
        days.size === 1 && dated >= leastAlike && deliveredOn !== undefined && "one-day",
        signedBy !== undefined && (signers.get(signedBy) ?? 0) >= leastAlike && "one-signer",
        signedBy !== undefined && signedBy === deliveredBy && "signer-delivers",
        deliveredOn !== undefined && deliveredOn < listsOut && "before-lists",
      ];
      return [number, found.filter((oddity) => oddity !== false)];
    }),
  );
}
