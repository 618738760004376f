// `recovery feedback`: one workbook per school of what has come about since the last one, and the snapshot in a copy of the book.
import { feedback, type FeedbackOutcome } from "../actions/feedback";
import { sumFeedback } from "../sheets/feedback/feedback-words";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, saveAll, type Terminal } from "./session";

/** Feeds back as of a day, compared with the last feedback before it or with that of `--since`. */
export async function feedbackCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const { asOf, since } = options;
  const session = await openSession(path, { ...options, ...(asOf ? { today: asOf } : {}) }, terminal);
  const outcome = await feedback.run(session.season, portsOf(session), since ? { since } : {});
  await saveAll(session);
  terminal.out(options.json ? jsonText(feedbackJson(outcome)) : feedbackText(outcome));
}

function feedbackJson({ asOf, since, skipped, files }: FeedbackOutcome): object {
  return {
    asOf,
    since,
    skipped,
    files: files.map(({ school, file, newlyPaid, unpaid, withdrawn, changed }) => ({
      school,
      file,
      newlyPaid,
      unpaid,
      withdrawn,
      changed,
    })),
  };
}

/** The feedback as a clerk reads it. */
function feedbackText({ asOf, since, skipped, files }: FeedbackOutcome): string {
  const said = (part: Pick<FeedbackOutcome["files"][number], "newlyPaid" | "unpaid" | "withdrawn" | "changed">) =>
    `新还清 ${part.newlyPaid} 人，未还 ${part.unpaid} 人，撤销 ${part.withdrawn} 人，变更 ${part.changed} 人`;
  return `${[
    `每日反馈截至 ${asOf}，${since === null ? "第一次反馈，已还清的都列为新还清" : `与 ${since} 相比`}`,
    ...(skipped.length > 0 ? [`其间没有做反馈：${skipped.join("、")}`] : []),
    ...files.map((file) => `  ${file.school}：${said(file)}`),
    `合计 ${files.length} 所学校：${said(sumFeedback(files))}`,
  ].join("\n")}\n`;
}
