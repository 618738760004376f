// Which names Excel accepts for a sheet (support.microsoft.com, "Rename a worksheet"; Worksheet.name).
import { invalidArgument } from "./errors";

/**
 * Refuses a name that Excel would refuse.
 * @throws HostError InvalidArgument
 */
export function assertSheetName(name: string): void {
  if (name.trim() === "" || name.length > 31) throw invalidArgument("a sheet's name has 1 to 31 characters");
  if (/[\\/?*[\]:]/.test(name)) throw invalidArgument("a sheet's name has none of \\ / ? * [ ] :");
  if (name.startsWith("'") || name.endsWith("'")) throw invalidArgument("a sheet's name does not begin or end with an apostrophe");
  if (name.toLowerCase() === "history") throw invalidArgument("the name History is Excel's own");
}
