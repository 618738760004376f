// `recovery fix`: one small workbook per school in which only the doubtful cells are open.
import { fix, type FixOutcome } from "../actions/fix";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Terminal } from "./session";

/** Makes the fix-it files; the book stays as it is. */
export async function fixCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal);
  const outcome = await fix.run(session.season, portsOf(session));
  await session.files.commit();
  session.bar.stop();
  terminal.out(options.json ? jsonText(outcome) : fixText(outcome));
}

/** The questions as a clerk reads them. */
function fixText({ files, questions }: FixOutcome): string {
  if (files.length === 0) return "没有需要学校补正的内容\n";
  return `${[
    `待补正表 ${files.length} 所学校，共 ${questions} 处`,
    ...files.map(({ school, questions: own }) => `  ${school}：${own} 处`),
    "学校填好后用 collect 收回；名单内容的更正列入“更正”表，由中心填“采用”后生效。",
  ].join("\n")}\n`;
}
