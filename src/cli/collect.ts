// `recovery collect`: what schools filled in, merged into a copy of the book.
import { collect, type CollectOutcome } from "../actions/collect";
import type { CollectedFile } from "../actions/collected-files";
import { incomingFiles } from "./returned-files";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, readOptions, saveAll, type Session, type Terminal } from "./session";

/** Merges returned files or folders of them; asked for the plan, it says what would come of it and leaves no trace. */
export async function collectCommand(path: string, returned: readonly string[], options: BookOptions, terminal: Terminal): Promise<void> {
  const { out, plan = false, ...others } = options;
  const incoming = await incomingFiles(terminal.machine, returned, readOptions(options, terminal), terminal.readAhead);
  const session = await openSession(path, plan || out === undefined ? others : { ...others, out }, terminal, incoming, {
    forgets: ["borrowers"],
    growth: 60,
  });
  const outcome = await runCollect(session);
  if (plan) session.bar.stop();
  else await saveAll(session);
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

/** What a file is: whose, which version, how much of it is filled in, what is new and what is odd. */
function fileText({ file, school, status, rows, reason = "", version, filled, news, questions, isBank, isFix }: CollectedFile): string {
  const left = filled > 0 ? `，其中 ${filled} 行填有内容` : "";
  if (status === "rejected") return `未合并：${file}（${reason}${left}）`;
  const odd = questions > 0 ? `，${questions} 处需要决定` : "";
  if (isBank) return `银行文件：${file}，${rows} 行，新增 ${news} 行`;
  if (isFix) return `待补正表：${file}，${school ?? ""}，${rows} 处，答了 ${filled} 处，新内容 ${news} 处${odd}`;
  return `合并：${file}，${school ?? ""}${version === undefined ? "" : `，第 ${version} 版`}，${rows} 行，填了 ${filled} 行，新内容 ${news} 行${odd}`;
}

/** The merge as a clerk reads it. */
export function collectText({ files, updated, unchanged, open, notReturned }: CollectOutcome): string {
  const rejected = files.filter(({ status }) => status === "rejected");
  return `${[
    `交回文件 ${files.length} 个，合并 ${files.length - rejected.length} 个；更新 ${updated} 行，无变化 ${unchanged} 行，冲突与无法匹配待决定 ${open} 条`,
    ...files.map((file) => `  ${fileText(file)}`),
    notReturned.length > 0 ? `尚未交回 ${notReturned.length} 所：${notReturned.join("、")}` : "各校均已交回",
  ].join("\n")}\n`;
}
