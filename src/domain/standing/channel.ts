// Channels (还款方式): how borrowers are to pay, as the list says; everybody in exactly one class.
import { type Fen, sumFen } from "../values/money";
import { choiceCodes } from "../record/choices";
import type { Standing } from "./standing";

/** The classes in the order of tables; `mixed` is who has contracts of several classes. */
export const channels = [...choiceCodes.channel, "mixed"] as const;

/** A class. */
export type Channel = (typeof channels)[number];

/** The figures of a class. */
export interface ChannelLine {
  readonly channel: Channel;
  readonly persons: number;
  readonly contracts: number;
  readonly due: Fen;
  readonly repaid: Fen;
}

/** How a person pays: what the list says for the contracts, else by Alipay where it names an account, else nobody knows. */
export function channelOf({ person }: Pick<Standing, "person">): Channel {
  const own = person.loans.map(({ values: { channel, alipayAccount } }): Channel => channel ?? (alipayAccount ? "alipay" : "unknown"));
  const known = new Set(own.filter((channel) => channel !== "unknown"));
  return known.size > 1 ? "mixed" : ([...known][0] ?? "unknown");
}

/** All classes with their figures; together they are everybody. */
export function channelLines(standings: Iterable<Standing>): readonly ChannelLine[] {
  const groups = new Map<Channel, Standing[]>(channels.map((channel) => [channel, []]));
  for (const standing of standings) groups.get(channelOf(standing))?.push(standing);
  return [...groups].map(([channel, group]) => ({
    channel,
    persons: group.length,
    contracts: group.reduce((sum, { contracts }) => sum + contracts, 0),
    due: sumFen(group.map(({ due }) => due)),
    repaid: sumFen(group.map(({ repaid }) => repaid)),
  }));
}
