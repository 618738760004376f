// Which of a run's files stands in which folder: what is sent to schools, and what stays with the centre.
import { join } from "node:path";
import { type Files, WorkbookError } from "../actions/workbook";
import type { Notices } from "../sheets/notices/notice-letter";
import { sniffOle } from "../xlsx/reading/sniff-ole";
import { bytesOf } from "./disk-files";
import { ifThere, type Machine } from "./machine";

/** The folder of the centre's own papers; nothing in it is for a school. */
export const centreFolder = "中心留存";

/** The folders into which a season's files are sorted, and what goes to schools. */
export const seasonFolders = { lists: "催收名单", notices: "催收通知书" } as const;

/** The same files, what is added standing in a folder of its own; the centre's own papers keep theirs. */
export function inFolder(files: Files, folder: string): Files {
  const { addLetters } = files;
  const placed = (name: string) => (name.startsWith(`${centreFolder}/`) ? name : `${folder}/${name}`);
  return {
    incoming: files.incoming,
    add: (name, book, options) => files.add(placed(name), book, options),
    ...(addLetters ? { addLetters: (name: string, letters: Notices) => addLetters(placed(name), letters) } : {}),
  };
}

/**
 * The same files for lists with passwords: those stand in the folder that is sent, everything readable with the centre; what an earlier run left
 * readable in their places goes.
 */
export function sealed(files: Files, drop: (name: string) => void): Files {
  return {
    incoming: files.incoming,
    add: (name, book, options) => {
      if (name.startsWith(`${centreFolder}/`)) return files.add(name, book, options);
      drop(name);
      if (options?.password !== undefined) return files.add(`${seasonFolders.lists}/${name}`, book, options);
      drop(`${seasonFolders.lists}/${name}`);
      return files.add(`${centreFolder}/${name}`, book, options);
    },
  };
}

const bookOrRest = /\.(?:xlsx|xlsm|xls|xlsb|et|ett|f?ods|csv|txt|html?|xml)(?:\.bak|\.tmp)?$/i;

/**
 * Makes sure that nothing readable lies in the folder that is sent, besides what this run replaces.
 * @throws WorkbookError `plain-list` naming a file that must be taken out first
 */
export async function refusePlain(machine: Machine, out: string, replaced: ReadonlySet<string>): Promise<void> {
  const folder = join(out, seasonFolders.lists);
  for (const name of (await ifThere(machine.readdir(folder))) ?? []) {
    const shown = `${seasonFolders.lists}/${name}`;
    if (name.startsWith(".") || replaced.has(shown) || !bookOrRest.test(name)) continue;
    if (sniffOle(await bytesOf(machine, join(folder, name)))?.kind !== "encrypted") throw new WorkbookError("plain-list", shown);
  }
}
