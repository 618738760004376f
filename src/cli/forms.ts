// `recovery forms`: the blank forms 附件1 and 附件2 with what the book knows filled in.
import { forms, type FormsOutcome } from "../actions/forms";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Terminal } from "./session";

/** Makes the forms. */
export async function formsCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], { mayLackList: true });
  const outcome = await forms.run(session.season, portsOf(session));
  await session.files.commit();
  session.bar.stop();
  const { files, schools, notReported } = outcome;
  terminal.out(options.json ? jsonText({ files, schools, notReported }) : formsText(outcome));
}

function formsText({ files, schools, isProposed, notReported }: FormsOutcome): string {
  const blank = "工作簿里还没有学校，表里的校名请自行填写";
  const known =
    schools === 0 ? blank : isProposed ? `工作簿里没有学校，按乡镇推荐了 ${schools} 个校名，请核对` : `已填入 ${schools} 所学校的名称`;
  return `${[
    ...files.map(({ file }) => file),
    known,
    isProposed || notReported.length === 0
      ? ""
      : `联系表未报或未报齐 ${notReported.length} 所：${notReported.map(({ school }) => school).join("、")}`,
  ]
    .filter((line) => line !== "")
    .join("\n")}\n`;
}
