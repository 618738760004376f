// `recovery collect`: what schools filled in, merged into a copy of the book.
import { collect, type CollectOutcome } from "../actions/collect";
import { incomingFiles } from "./disk-files";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, readOptions, saveAll, type Session, type Terminal } from "./session";

/** Merges returned files or folders of them. */
export async function collectCommand(path: string, returned: readonly string[], options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(
    path,
    options,
    terminal,
    await incomingFiles(terminal.machine, returned, readOptions(options, terminal)),
  );
  const outcome = await runCollect(session);
  await saveAll(session);
  terminal.out(options.json ? jsonText(collectJson(outcome)) : collectText(outcome));
}

/** Merges the files that a session was given. */
export function runCollect(session: Session): Promise<CollectOutcome> {
  return collect.run(session.season, portsOf(session));
}

function collectJson({ files, updated, unchanged, conflicts, notReturned }: CollectOutcome): object {
  return { files: files.map(asReported), updated, unchanged, conflicts, notReturned };
}

function asReported({ file, school, status, rows, reason }: CollectOutcome["files"][number]): object {
  return { file, school, status, rows, ...(reason === undefined ? {} : { reason }) };
}

/** The merge as a clerk reads it. */
export function collectText({ files, updated, unchanged, conflicts, notReturned }: CollectOutcome): string {
  const rejected = files.filter(({ status }) => status === "rejected");
  return `${[
    `交回文件 ${files.length} 个，合并 ${files.length - rejected.length} 个；更新 ${updated} 行，无变化 ${unchanged} 行，冲突与无法匹配 ${conflicts.length} 条`,
    ...rejected.map(({ file, reason }) => `  未合并：${file}（${reason ?? ""}）`),
    notReturned.length > 0 ? `尚未交回 ${notReturned.length} 所：${notReturned.join("、")}` : "各校均已交回",
  ].join("\n")}\n`;
}
