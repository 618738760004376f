// `recovery season`: check, split, notices and roll-up in one go, with a summary that a clerk understands.
import { check } from "../actions/check";
import { notices } from "../actions/notices";
import type { Files } from "../actions/workbook";
import { checkText } from "./check";
import { inFolder, refusePlain, sealed, seasonFolders } from "./folders";
import { noticesText } from "./notices";
import { rollupText, runRollup } from "./rollup";
import { type BookOptions, listsAndBank, openSession, portsOf, saveAll, type Session, type Terminal } from "./session";
import { runSplit, splitText } from "./split";

/** Runs the season over a book; the copy with all tabs stands on top, schools' files in folders below. */
export async function seasonCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], {
    forgets: listsAndBank,
    growth: 60,
    makesBooks: true,
    lettersAside: true,
  });
  const summary = await runSeason(session, session.files, options);
  if (options.encrypt) await refusePlain(terminal.machine, options.out ?? "", session.files.names);
  await saveAll(session);
  terminal.out(await summary());
}

/** The season of an open session, nothing saved and letters still being made; resolves to what tells the summary once they are. */
export async function runSeason(session: Session, files: Files, options: BookOptions): Promise<() => Promise<string>> {
  const { season } = session;
  const lists = options.encrypt
    ? sealed(files, (name) => {
        session.files.drop(name);
      })
    : inFolder(files, seasonFolders.lists);
  // Letters are half of a season's work: a thread of their own makes them beside all the rest.
  const letters = await notices.begin(season, inFolder(files, seasonFolders.notices));
  await check.run(season, portsOf(session));
  const split = await runSplit(session, lists, options);
  await letters.write(portsOf(session));
  const rolled = await runRollup(session);
  return async () =>
    [
      heading("一、校验"),
      checkText(season.check, 10),
      heading("二、按辖区拆分"),
      splitText(split, season.errors),
      heading("三、催收通知书"),
      noticesText(await letters.outcome()),
      heading("四、汇总"),
      rollupText(rolled),
    ].join("");
}

/** A heading of the summary. */
export function heading(text: string): string {
  return `\n${text}\n`;
}
