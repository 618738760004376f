// `recovery season`: check, split, notices and roll-up in one go, with a summary that a clerk understands.
import { check } from "../actions/check";
import type { Files } from "../actions/workbook";
import { checkText } from "./check";
import { inFolder, refusePlain, sealed, seasonFolders } from "./folders";
import { noticesText, runNotices } from "./notices";
import { rollupText, runRollup } from "./rollup";
import { type BookOptions, listsAndBank, openSession, portsOf, saveAll, type Session, type Terminal } from "./session";
import { runSplit, splitText } from "./split";

/** Runs the season over a book; the copy with all tabs stands on top, schools' files in folders below. */
export async function seasonCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], { forgets: listsAndBank, makesMuch: true });
  const summary = await runSeason(session, session.files, options);
  if (options.encrypt) await refusePlain(terminal.machine, options.out ?? "", session.files.names);
  await saveAll(session);
  terminal.out(summary);
}

/** The season of an open session, everything made but nothing saved; resolves to the summary. */
export async function runSeason(session: Session, files: Files, options: BookOptions): Promise<string> {
  const { season } = session;
  await check.run(season, portsOf(session));
  const lists = options.encrypt
    ? sealed(files, (name) => {
        session.files.drop(name);
      })
    : inFolder(files, seasonFolders.lists);
  const split = await runSplit(session, lists, options);
  const letters = await runNotices(session, inFolder(files, seasonFolders.notices));
  const rolled = await runRollup(session);
  return [
    heading("一、校验"),
    checkText(season.check, 10),
    heading("二、按辖区拆分"),
    splitText(split, season.errors),
    heading("三、催收通知书"),
    noticesText(letters),
    heading("四、汇总"),
    rollupText(rolled),
  ].join("");
}

/** A heading of the summary. */
export function heading(text: string): string {
  return `\n${text}\n`;
}
