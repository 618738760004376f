// A new, unnamed workbook beside the open one, for Excel for Mac, which takes downloads and does nothing with them.
import { portError } from "../../excel/errors";

// Functions take only so many arguments.
const chunk = 8192;

/**
 * Opens a workbook in a window of its own.
 * @throws WorkbookError when Excel refuses, as under some policies
 */
export async function openWorkbook(bytes: Uint8Array): Promise<void> {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  try {
    await Excel.createWorkbook(btoa(text));
  } catch (error) {
    throw portError(error, "not-writable");
  }
}
