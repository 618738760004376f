// Words for undoing: what was taken back, and why nothing was.
import type { JournalRun } from "./run-journal";
import { loggedAs } from "../checking/log-words";

const commandNames: Readonly<Record<string, string>> = loggedAs;

/** What a run is called in the book. */
export function runName({ command }: Pick<JournalRun, "command">): string {
  return commandNames[command] ?? command;
}

/** Why nothing was taken back, or what of it stays. */
export function undoReason(why: "nothing" | "damaged" | "no-file" | "changed", count = 0): string {
  if (why === "nothing") return "没有可以撤销的操作：回收、应用决定等写入工作簿的操作才能撤销，最多依次撤销最近5次。";
  if (why === "no-file") return "最近5次操作里没有可以单独撤销的这份文件：可能没有合并过，或者已经撤销；文件名请与“回收登记”一致。";
  if (why === "damaged") return "撤销记录不完整（“_撤销”表被改动过），没有撤销任何内容；登记表可以直接修改。";
  return `有${count}行在那次操作之后又改过，保留现在的内容，其余已恢复。`;
}

/** An undoing as a line of 变更日志. */
export function undoSummary(
  run: Pick<JournalRun, "command" | "on" | "tabs">,
  kept: number,
  file?: string,
): { readonly action: string; readonly counts: string } {
  const stays = kept > 0 ? `；${kept}行之后又改过，保留不动` : "";
  if (file !== undefined) return { action: loggedAs.undo, counts: `从${run.on}的“${runName(run)}”中撤销文件“${file}”${stays}` };
  return { action: loggedAs.undo, counts: `撤销${run.on}的“${runName(run)}”，恢复${run.tabs.length}个表${stays}` };
}
