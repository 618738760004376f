// `recovery slips`: signed slips by their numbers, from lists and pictures, registered in a copy of the book.
import { slips, type SlipsOutcome } from "../actions/slips";
import { refusalWords } from "../sheets/returns/slip-words";
import { slipFiles } from "./slip-files";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, readOptions, saveAll, type Terminal } from "./session";

/** Registers slips; those that cannot be taken are named. */
export async function slipsCommand(path: string, inputs: readonly string[], options: BookOptions, terminal: Terminal): Promise<void> {
  const files = await slipFiles(terminal.machine, inputs, readOptions(options, terminal));
  const session = await openSession(path, options, terminal, files);
  const outcome = await slips.run(session.season, portsOf(session), terminal.readPicture ? { readPicture: terminal.readPicture } : {});
  await saveAll(session);
  terminal.out(options.json ? jsonText(slipsJson(outcome)) : slipsText(outcome));
}

function slipsJson({ registered, already, pictures, read, unread, unknown }: SlipsOutcome): object {
  return { registered, already, pictures, read, unread, unknown: unknown.map(({ input, number, why }) => ({ input, number, why })) };
}

/** The slips as a clerk reads them. */
function slipsText({ registered, already, pictures, unread, unknown }: SlipsOutcome): string {
  return `${[
    `签收单：新登记或更正 ${registered} 份，已登记过 ${already} 份，未采用 ${unknown.length} 份`,
    ...unknown.map(({ input, number, why }) => `  未采用：${number}（${input}）${refusalWords[why]}`),
    ...(pictures > 0 ? [`图片 ${pictures} 张，认出 ${pictures - unread.length} 张`] : []),
    ...unread.map((name) => `  没有认出编号，请手工录入：${name}`),
  ].join("\n")}\n`;
}
