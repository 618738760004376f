// All kinds of objects that this host knows, in one registry.
import { Registry } from "../engine/registry";
import { namedItem, namedItemCollection } from "./names";
import { range } from "./range";
import { workbookMembers } from "./workbook";
import { worksheet, worksheetCollection } from "./worksheets";

/** Every member of Excel's object model that works here. */
export const registry = new Registry([
  workbookMembers,
  {
    WorksheetCollection: worksheetCollection,
    Worksheet: worksheet,
    NamedItemCollection: namedItemCollection,
    NamedItem: namedItem,
    Range: range,
  },
]);
