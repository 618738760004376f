// `recovery notices`: one printable workbook of letters per responsible school.
import { notices, type NoticesOutcome } from "../actions/notices";
import type { NoticeChoice } from "../actions/notice-choice";

import { stopLabel } from "../sheets/notices/withheld";
import { centreFolder } from "./folders";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Terminal } from "./session";

/** What is printed, as it was asked for. */
export interface NoticeOptions extends BookOptions {
  readonly school?: string;
  readonly village?: string;
  readonly numbers?: string;
  readonly onlyNew?: boolean;
  readonly leaflet?: boolean;
  readonly blank?: boolean;
  readonly labels?: boolean;
}

/** Makes the letters; the centre's copy, which remembers what was printed, stands in a folder of its own; whoever needs none now is withheld with the reason. */
export async function noticesCommand(path: string, options: NoticeOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], { growth: 60, makesBooks: true, lettersAside: true });
  const letters = await notices.begin(session.season, session.files, choiceOf(options));
  await letters.write(portsOf(session));
  session.files.addBytes(`${centreFolder}/${await session.copyIn(centreFolder)}`, await session.workbook.bytes());
  await session.files.commit();
  session.bar.stop();
  const outcome = await letters.outcome();
  terminal.out(options.json ? jsonText(noticesJson(outcome)) : noticesText(outcome));
}

function choiceOf({ school, village, numbers, onlyNew, leaflet, blank, labels }: NoticeOptions): NoticeChoice {
  return {
    ...(school === undefined ? {} : { school }),
    ...(village === undefined ? {} : { village }),
    ...(numbers === undefined ? {} : { numbers: numbers.split(/[,，\s]+/).filter(Boolean) }),
    ...(onlyNew ? { onlyNew } : {}),
    ...(leaflet ? { withLeaflet: leaflet } : {}),
    ...(blank ? { withBlank: blank } : {}),
    ...(labels ? { withLabels: labels } : {}),
  };
}

function noticesJson({ files, withheld, notices: count, papers, unknown }: NoticesOutcome): object {
  return {
    files: files.map(({ school, file, notices: letters }) => ({ school, file, notices: letters })),
    withheld: withheld.map(({ name, reason, school }) => ({ name, reason, ...(school === undefined ? {} : { school }) })),
    notices: count,
    ...(papers.length > 0 ? { papers } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
  };
}

/** The letters as a clerk reads them. */
export function noticesText({ files, withheld, notices: count, spilled, withdrawn, papers, unknown }: NoticesOutcome): string {
  const reasons = new Map<string, number>();
  for (const { reason } of withheld) reasons.set(stopLabel(reason), (reasons.get(stopLabel(reason)) ?? 0) + 1);
  const why = [...reasons].map(([reason, persons]) => `${reason} ${persons} 人`).join("，");
  const isAsked = withheld.some(({ reason }) => reason === "to-verify");
  return `${[
    `通知书 ${count} 份，${files.length} 所学校`,
    ...(count === 0 ? ["按所选的范围没有要印的通知书：没有这样的学生，或现在都不必发送。请核对学校、村、编号。"] : []),
    ...(unknown.length > 0 ? [`没有编过这些编号，请对照名单核对：${unknown.join("、")}`] : []),
    `暂不发送 ${withheld.length} 人${why ? `：${why}` : ""}`,
    ...(spilled.length > 0
      ? [`超过一页，请改短文字：${spilled.slice(0, 5).join("、")}${spilled.length > 5 ? ` 等 ${spilled.length} 人` : ""}`]
      : []),
    ...(papers.length > 0 ? [`另附：${papers.slice(0, 5).join("、")}${papers.length > 5 ? ` 等 ${papers.length} 个文件` : ""}`] : []),
    ...(withdrawn > 0 ? [`已印发、现在应撤回 ${withdrawn} 份，见“通知书撤回”表`] : []),
    ...(isAsked ? ["待核实的，请在“核实决定”表里决定仍发或不发（check --out、split、collect 会写出这张表）。"] : []),
  ].join("\n")}\n`;
}
