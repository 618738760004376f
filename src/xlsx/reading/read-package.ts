// Reads what a workbook says about itself: its sheets in the order of the tabs, which of them are ours, and where their parts lie.
import { WorkbookError } from "../../actions/workbook";
import type { Grid } from "../../sheets/grid";
import { bookLimits } from "./limits";
import type { ZipPart } from "./prescan";
import { partText } from "./read-part";
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import { withoutComments, xmlAttribute, xmlFlag, xmlTags, xmlText } from "./xml-tags";

/** A sheet with cells; chart sheets and macro sheets are not among them. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  readonly ownTab?: string;
  readonly part: ZipPart;
  /** Its place among all tabs, chart sheets included. */
  readonly index: number;
}

/** A workbook's table of contents. */
export interface BookPackage {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly styles?: ZipPart;
  /** The table of texts that cells share. */
  readonly texts?: ZipPart;
}

/** Parts by name in small letters: names of parts ignore case (ECMA-376-2, 6.2.2.3). */
export function byName(parts: readonly ZipPart[]): ReadonlyMap<string, ZipPart> {
  return new Map(parts.map((part) => [part.name.toLowerCase(), part]));
}

// Excel knows no limit on tabs; a thousand is far beyond any workbook that people made.
const tabLimit = 1000;

/** The table of contents, or undefined when parts are not where the relations say (WPS and Java tools with `\` or wrong case). */
export function readPackage(zip: Uint8Array, parts: readonly ZipPart[]): BookPackage | undefined {
  const named = byName(parts);
  const bookPath = relations(zip, named, "").find((relation) => relation.type === "officeDocument")?.target;
  const book = bookPath === undefined ? undefined : named.get(bookPath.toLowerCase());
  if (bookPath === undefined || !book) return undefined;
  const links = relations(zip, named, bookPath);
  const needed = links.filter((link) => ["worksheet", "sharedStrings", "styles"].includes(link.type));
  if (!needed.every((link) => named.has(link.target.toLowerCase()))) return undefined;
  const xml = withoutComments(partText(zip, book));
  const sheetParts = new Map(
    links.filter((link) => link.type === "worksheet").map((link) => [link.id, named.get(link.target.toLowerCase())]),
  );
  const only = (type: string): ZipPart | undefined => named.get(links.find((link) => link.type === type)?.target.toLowerCase() ?? "");
  const styles = only("styles");
  const texts = only("sharedStrings");
  const date1904 = [...xmlTags(xml, "workbookPr")].some((tag) => xmlFlag(tag.attributes, "date1904"));
  return {
    sheets: sheetEntries(xml, sheetParts),
    date1904,
    ...(styles ? { styles } : {}),
    ...(texts ? { texts } : {}),
  };
}

function sheetEntries(xml: string, sheetParts: ReadonlyMap<string, ZipPart | undefined>): SheetEntry[] {
  const ownTabs = ownTabsOf(xml);
  // hucre counts the tabs that have a name and a relation; others cannot be opened by anyone.
  const tabs = [...xmlTags(xml, "sheet")]
    .map((tag) => tag.attributes)
    .filter((tag) => xmlAttribute(tag, "name") && xmlAttribute(tag, "id"));
  if (tabs.length > tabLimit) throw new WorkbookError("too-large", "", { why: "sheets", count: tabs.length });
  const ids = tabs.map((attributes) => sheetParts.get(xmlAttribute(attributes, "id") ?? "")).filter((part) => part !== undefined);
  // Each of them is read; nobody copies a tab like this more than a few times.
  if (ids.length - new Set(ids).size > bookLimits.sheets)
    throw new WorkbookError("too-large", "", { why: "sheets-alike", count: ids.length });
  return tabs.flatMap((attributes, index) => {
    const part = sheetParts.get(xmlAttribute(attributes, "id") ?? "");
    if (!part) return [];
    const ownTab = ownTabs.get(index);
    const name = xmlAttribute(attributes, "name") ?? "";
    return [{ name, visibility: visibilityOf(attributes), part, index, ...(ownTab === undefined ? {} : { ownTab }) }];
  });
}

function visibilityOf(attributes: string): Grid["visibility"] {
  const state = xmlAttribute(attributes, "state");
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

function ownTabsOf(xml: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { attributes, end } of xmlTags(xml, "definedName")) {
    if (xmlAttribute(attributes, "name") !== ownTabName) continue;
    const text = /^"([^"]+)"$/.exec(xmlText(xml.slice(end, xml.indexOf("<", end))).trim());
    if (text?.[1] !== undefined) found.set(Number(xmlAttribute(attributes, "localSheetId") ?? -1), text[1]);
  }
  return found;
}

/** A relation from one part to another; `type` is the last word of its address, `target` a path in the ZIP. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What a part refers to; the ZIP itself is the part with the empty path. */
export function relations(zip: Uint8Array, parts: ReadonlyMap<string, ZipPart>, path: string): readonly Relation[] {
  const slash = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, slash);
  const part = parts.get(`${folder}_rels/${path.slice(slash)}.rels`.toLowerCase());
  if (!part) return [];
  return [...xmlTags(withoutComments(partText(zip, part)), "Relationship")]
    .filter(({ attributes }) => xmlAttribute(attributes, "TargetMode") !== "External")
    .map(({ attributes }) => ({
      id: xmlAttribute(attributes, "Id") ?? "",
      type: (xmlAttribute(attributes, "Type") ?? "").replace(/^.*\//, ""),
      target: resolved(folder, xmlAttribute(attributes, "Target") ?? ""),
    }));
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
