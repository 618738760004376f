// `recovery notices`: one printable workbook of letters per responsible school.
import { notices, type NoticesOutcome } from "../actions/notices";
import type { Files } from "../actions/workbook";
import { stopLabel } from "../sheets/notices/withheld";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Session, type Terminal } from "./session";

/** Makes the letters; whoever needs none now is withheld with the reason. */
export async function noticesCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal);
  const outcome = await runNotices(session, session.files);
  await session.files.commit();
  session.bar.stop();
  terminal.out(options.json ? jsonText(noticesJson(outcome)) : noticesText(outcome));
}

/** The letters of an open session, as of its day. */
export function runNotices(session: Session, into: Files): Promise<NoticesOutcome> {
  return notices.run(session.season, portsOf(session, into));
}

function noticesJson({ files, withheld, notices: count }: NoticesOutcome): object {
  return {
    files: files.map(({ school, file, notices: letters }) => ({ school, file, notices: letters })),
    withheld: withheld.map(({ name, reason, school }) => ({ name, reason, ...(school === undefined ? {} : { school }) })),
    notices: count,
  };
}

/** The letters as a clerk reads them. */
export function noticesText({ files, withheld, notices: count }: NoticesOutcome): string {
  const reasons = new Map<string, number>();
  for (const { reason } of withheld) reasons.set(stopLabel(reason), (reasons.get(stopLabel(reason)) ?? 0) + 1);
  const why = [...reasons].map(([reason, persons]) => `${reason} ${persons} 人`).join("，");
  const isAsked = withheld.some(({ reason }) => reason === "to-verify");
  return `${[
    `通知书 ${count} 份，${files.length} 所学校`,
    `暂不发送 ${withheld.length} 人${why ? `：${why}` : ""}`,
    ...(isAsked ? ["待核实的，请在“核实决定”表里决定仍发或不发（check --out、split、collect 会写出这张表）"] : []),
  ].join("\n")}\n`;
}
