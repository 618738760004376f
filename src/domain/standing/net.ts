// Net figures (净口径): what is due and repaid with everybody, and without those whose special case has been accepted.
import { type Fen, sumFen } from "../values/money";
import { isExcused } from "./bridge";
import type { Standing } from "./standing";
import { tallyOf } from "./tally";

/** What a recovery rate by persons and by amount is taken of. */
export interface Recovery {
  readonly persons: number;
  /** Persons with every contract repaid. */
  readonly personsPaid: number;
  readonly due: Fen;
  readonly repaid: Fen;
}

/** Recovery over everybody, without the accepted special cases, and over these alone: the last two make the first. */
export interface BothRecoveries {
  readonly all: Recovery;
  readonly net: Recovery;
  readonly accepted: Recovery;
}

function recoveryOf(standings: readonly Standing[]): Recovery {
  const { persons, personsPaid, due, repaid } = tallyOf(standings);
  return { persons, personsPaid, due, repaid };
}

/** Both ways of counting. Whoever has repaid everything counts as repaid, whatever was reported on the person. */
export function recoveriesOf(standings: Iterable<Standing>): BothRecoveries {
  const everybody = [...standings];
  const [all, net, accepted] = [everybody, everybody.filter((one) => !isExcused(one)), everybody.filter(isExcused)].map(recoveryOf) as [
    Recovery,
    Recovery,
    Recovery,
  ];
  if (net.persons + accepted.persons !== all.persons || sumFen([net.due, accepted.due]) !== all.due)
    throw new RangeError("with and without accepted special cases do not make the whole");
  return { all, net, accepted };
}
