// `recovery statements`: a page for every special case, a workbook per school.
import { statements, type StatementsOutcome } from "../actions/statements";
import { centreFolder } from "./folders";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Terminal } from "./session";

/** Makes the statements; the centre's copy with the register of originals stands in a folder of its own. */
export async function statementsCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal);
  const outcome = await statements.run(session.season, portsOf(session));
  session.files.addBytes(`${centreFolder}/${await session.copyIn(centreFolder)}`, await session.workbook.bytes());
  await session.files.commit();
  session.bar.stop();
  terminal.out(options.json ? jsonText(statementsJson(outcome)) : statementsText(outcome));
}

function statementsJson({ files, statements: count }: StatementsOutcome): object {
  return { files: files.map(({ school, file, statements: own }) => ({ school, file, statements: own })), statements: count };
}

/** The statements as a clerk reads them. */
function statementsText({ files, statements: count }: StatementsOutcome): string {
  return `${[
    `情况说明 ${count} 份，${files.length} 个文件`,
    ...files.map(({ school, statements: own }) => `  ${school || "待划分"}：${own} 份`),
  ].join("\n")}\n`;
}
