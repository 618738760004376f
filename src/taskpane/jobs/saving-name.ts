// The name under which made files are saved.
import type { Say } from "../../i18n/pane";
import type { Outcome } from "../engine/engine";

/** One file keeps its own name; several are a ZIP named after the county, the year and the day. */
export function savingName({ saving, overview, result }: Outcome, say: Say): string {
  if (saving?.name !== undefined) return saving.name;
  const { county, year, today } = overview.season;
  const parts = { county, year, day: today.replaceAll("-", "") };
  if (result.action === "split") return say("files.zip.split", parts);
  if (result.action === "forms") return say("files.zip.forms", parts);
  if (result.action === "statements") return say("files.zip.statements", parts);
  if (result.action === "fix") return say("files.zip.fix", parts);
  if (result.action === "feedback") return say("files.zip.feedback", parts);
  if (result.action === "report") return say("files.zip.report", parts);
  return say(result.action === "notices" ? "files.zip.notices" : "files.zip.other", parts);
}
