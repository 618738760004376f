// What went wrong, in a sentence with the next step.
import { WorkbookError, type WorkbookErrorCode } from "../../actions/workbook";
import { errorText, type Language, reasonText } from "../../i18n/index";
import { paneVoice } from "../../i18n/pane";
import type { EnginePort } from "../engine/start-engine";

/** What is said about an error; a bug shows its name and message in one line, never a stack or a person. */
export function refusalOf(error: unknown, language: Language): string {
  const say = paneVoice(language);
  if (!(error instanceof WorkbookError)) {
    const shown = error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}` : String(error);
    return say("problem.bug", { detail: shown });
  }
  const { detail, technical } = partsOf(error);
  if (error.code === "locked") return say("problem.locked");
  const { code } = error;
  if (detail === "" && isExcels(code))
    return say(`problem.excel.${code}`, { technical: error.reason ? reasonText(language, error.reason) : technical });
  return errorText(language, error);
}

/** Adapters add technical detail behind a colon; people get the name. */
export function partsOf({ detail }: WorkbookError): { readonly detail: string; readonly technical: string } {
  const [name = "", technical = ""] = detail.split(": ");
  return { detail: name, technical };
}

// What Excel itself refuses has no file's or sheet's name to tell.
const excels = ["protected", "not-found", "not-readable", "not-writable", "too-large"] as const;

function isExcels(code: WorkbookErrorCode): code is (typeof excels)[number] {
  return (excels as readonly WorkbookErrorCode[]).includes(code);
}

/** Whether a file only lacks its right password. */
export function isAboutPassword(error: unknown): boolean {
  return error instanceof WorkbookError && (error.code === "encrypted" || error.code === "wrong-password");
}

/** Whether no sheet was recognised as the list. */
export function isAboutRecognition(error: unknown): boolean {
  return error instanceof WorkbookError && error.code === "no-borrowers";
}

/** Whether nothing says which school is responsible for whom. */
export function isAboutSchools(error: unknown): boolean {
  return error instanceof WorkbookError && error.code === "no-jurisdictions";
}

/** The two sheets between which the user must choose, when that is what stands in the way. */
export async function twoListsOf(error: unknown, engine: EnginePort): Promise<readonly string[] | undefined> {
  if (!(error instanceof WorkbookError) || error.code !== "two-lists") return undefined;
  const names = await engine.sheetNames();
  // The detail names both sheets with one mark between them; a name may itself hold such a mark.
  const isBoth = (first: string, second: string) =>
    error.detail.startsWith(first) && error.detail.endsWith(second) && error.detail.length === first.length + second.length + 1;
  for (const first of names) for (const second of names) if (isBoth(first, second)) return [first, second];
  return names;
}
