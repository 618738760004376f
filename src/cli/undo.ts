// `recovery undo`: the last run that wrote into the book taken back, or one file of a run, in a copy of the book.
import type { UndoOutcome } from "../actions/taken-back";
import { undo } from "../actions/undo";
import { runName } from "../sheets/undoing/undo-words";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, saveAll, type Terminal } from "./session";

/** Takes the last run back, or one file of a run, as far as nothing newer rests on it. */
export async function undoCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal);
  const outcome = await undo.run(session.season, portsOf(session), options.file === undefined ? {} : { file: options.file });
  await saveAll(session);
  terminal.out(options.json ? jsonText(undoJson(outcome)) : undoText(outcome));
}

function undoJson({ undone, reason }: UndoOutcome): object {
  return { undone: undone && { ...undone }, ...(reason === undefined ? {} : { reason }) };
}

/** The undoing as a clerk reads it. */
function undoText({ undone, reason = "" }: UndoOutcome): string {
  if (!undone) return `没有撤销任何内容：${reason}\n`;
  const file = undone.file === undefined ? "" : `中的文件“${undone.file}”`;
  return `已撤销 ${undone.on} 的“${runName(undone)}”${file}。${reason}\n`;
}
