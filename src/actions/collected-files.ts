// What every file that came in is: whose, which version, how much of it is filled in, what is new, and what is odd.
import type { Contract } from "../domain/identity/contract-index";
import type { SchoolKey } from "../domain/identity/keys";
import { registerIds } from "../domain/record/registers";
import type { Conflict } from "../domain/returns/conflict";
import { questionKey } from "../domain/returns/decision";
import type { Stored } from "../domain/returns/register-store";
import type { BankSource } from "../sheets/bank/bank-file";
import { type FileRefusal, fileRefusalText } from "../i18n/index";
import type { Amendment } from "../sheets/returns/amendments";
import type { QuestionLine } from "../sheets/returns/question-line";
import type { Opened } from "./open-returned";
import { transferWordKey } from "./transfer-questions";

/** What became of one file, as the command line reports it. */
export interface CollectedFile {
  readonly file: string;
  readonly school: SchoolKey | null;
  readonly status: "merged" | "rejected";
  /** How many contract rows it lists. */
  readonly rows: number;
  /** The version of the list that it is, as far as it says. */
  readonly version?: number;
  /** How many of those contracts it says something about; of a fix-it file, how many questions it answers. */
  readonly filled: number;
  /** About how many contracts it brings something that is not registered; of a bank's file, how many rows. */
  readonly news: number;
  /** How many questions it raises. */
  readonly questions: number;
  /** A bank's file, whose rows went into 银行流水. */
  readonly isBank?: true;
  /** A fix-it file: its answers wait in 更正, and the school's list is still to come. */
  readonly isFix?: true;
  /** Why it was rejected, as the centre's book says it. */
  readonly reason?: string;
  /** The same for those who read another language. */
  readonly refusal?: FileRefusal;
}

/** A file before it is known what comes of it. */
export type JudgedFile = Omit<CollectedFile, "news" | "questions">;

/** What a run has come to, by which its files are judged. */
export interface CollectedSoFar {
  readonly registers: Stored["registers"];
  /** What fix-it files brought besides. */
  readonly amendments: readonly Amendment[];
  readonly conflicts: readonly Conflict[];
  /** Questions about people whom schools report as gone. */
  readonly transfers: readonly QuestionLine[];
  /** The rows of the bank's files that are new. */
  readonly bank: readonly BankSource[];
}

/** The files with what is new in them, and what is odd. */
export function withNews(
  files: readonly JudgedFile[],
  { registers, amendments, conflicts, transfers, bank }: CollectedSoFar,
): readonly CollectedFile[] {
  const news = newsByFile(registers);
  const questions = new Map<string, Set<string>>();
  for (const conflict of conflicts) {
    const own = questions.get(conflict.file) ?? new Set();
    if (transferWordKey(conflict) === undefined) questions.set(conflict.file, own.add(questionKey(conflict)));
  }
  for (const { key, cells } of transfers) {
    const file = String(cells[1] ?? "");
    const own = questions.get(file) ?? new Set();
    questions.set(file, own.add(key));
  }
  return files.map((judged) => {
    const { file } = judged;
    const corrected = amendments.filter(({ source }) => source.startsWith(`${file} `)).length;
    const payments = bank.reduce((count, { name, rows }) => count + (name === file ? rows.length : 0), 0);
    return { ...judged, news: (news.get(file)?.size ?? 0) + corrected + payments, questions: questions.get(file)?.size ?? 0 };
  });
}

function newsByFile(registers: Stored["registers"]): ReadonlyMap<string, ReadonlySet<Contract>> {
  const news = new Map<string, Set<Contract>>();
  for (const id of registerIds)
    for (const { contract, from } of registers[id]) {
      if (!contract || !from) continue;
      let last: string | undefined;
      for (const [file = ""] of Object.values(from)) {
        // Nearly all that is said of a contract is from one file.
        if (file === last) continue;
        const own = news.get(file) ?? new Set();
        news.set((last = file), own.add(contract));
      }
    }
  return news;
}

/** What a file was found to be; of one that could not be opened no more is known than why. */
export function judgedFile(opened: Opened): JudgedFile {
  if ("fault" in opened) return { file: opened.name, school: null, rows: 0, filled: 0, ...rejected({ code: opened.fault }) };
  if ("bank" in opened) {
    const rows = opened.bank.reduce((count, source) => count + source.rows.length, 0);
    return { file: opened.name, school: null, rows, filled: rows, status: "merged", isBank: true };
  }
  if ("fix" in opened) {
    const { school: asked, reject, answers } = opened.fix;
    const filled = answers.filter(({ answer }) => answer !== null).length;
    const file = { file: opened.name, school: (asked as SchoolKey | undefined) ?? null, rows: answers.length, filled };
    return reject
      ? { ...file, ...rejected({ code: reject, claimed: asked ?? "", content: "" }) }
      : { ...file, status: "merged", isFix: true };
  }
  const { school = null, reject, listRows, contentSchool = "", acceptance, conflicts } = opened.taken;
  const { version } = opened.reading;
  // Of a file that stays out as a whole the question says how much is in it.
  const filled = acceptance ? new Set(acceptance.rows.map(({ contract }) => contract)).size : (conflicts[0]?.whole?.rows ?? 0);
  const file = { file: opened.name, school, rows: listRows, filled, ...(version === undefined ? {} : { version }) };
  return reject ? { ...file, ...rejected({ code: reject, claimed: school ?? "", content: contentSchool }) } : { ...file, status: "merged" };
}

function rejected(refusal: FileRefusal) {
  return { status: "rejected", reason: fileRefusalText("zh-CN", refusal), refusal } as const;
}
