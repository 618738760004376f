// The hidden name, one per sheet, by which a tab of ours is known in the book.
import { ownTabName } from "../sheets/writing/tab-layout/own-tab-name";

/** The text of a name's formula, such as `="findings"`. */
export function textOfFormula(formula: unknown): string | undefined {
  const text = /^="((?:[^"]|"")*)"$/.exec(String(formula))?.[1];
  return text?.replaceAll('""', '"');
}

/** Makes a sheet a tab of ours; a sheet that poses as a person's has no id and no mark. */
export function markOwn(sheet: Excel.Worksheet, tab: string): void {
  if (tab !== "") sheet.names.add(ownTabName, `="${tab.replaceAll('"', '""')}"`).visible = false;
}

/** The mark of a sheet, a null object when it has none. */
export function ownMark(sheet: Excel.Worksheet): Excel.NamedItem {
  return sheet.names.getItemOrNullObject(ownTabName);
}
