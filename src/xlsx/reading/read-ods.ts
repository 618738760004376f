// Reads OpenDocument sheets (.ods, and .fods in one piece): SheetJS gives the values; what is hidden, and which tabs are ours, is read from the
// document itself.
import { strFromU8, strToU8, zipSync } from "fflate";
import { WorkbookError } from "../../actions/workbook";
import type { Grid } from "../../sheets/grid";
import { unpackedLimits, type ZipPart } from "./prescan";
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import { readForeign } from "./read-foreign";
import { unpackedParts } from "./read-part";
import { xmlAttribute, xmlTags } from "./xml-tags";

const wanted = ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"];

/**
 * The sheets of an OpenDocument workbook in the order of the tabs.
 * @throws WorkbookError
 */
export async function readOds(zip: Uint8Array, name: string, parts: readonly ZipPart[]): Promise<readonly Grid[]> {
  const files = unpackedParts(
    zip,
    parts.filter((part) => wanted.includes(part.name)),
  );
  if (!files["content.xml"]) throw new WorkbookError("not-readable", name, { why: "no-workbook" });
  if (/<(?:[\w.-]+:)?encryption-data[\s/>]/.test(text(files, "META-INF/manifest.xml")))
    throw new WorkbookError("unsupported-encryption", name);
  return gridsOf(files, name);
}

/**
 * The sheets of an OpenDocument workbook that is one XML document.
 * @throws WorkbookError
 */
export function readFlatOds(bytes: Uint8Array, name: string): Promise<readonly Grid[]> {
  if (bytes.length > unpackedLimits.partBytes)
    throw new WorkbookError("too-large", name, { why: "file-size", count: Math.ceil(bytes.length / (1 << 20)) });
  return gridsOf({ "content.xml": bytes }, name);
}

// Without these SheetJS does not take the parts for a workbook.
const needed = { mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "META-INF/manifest.xml": strToU8("<manifest/>") };

async function gridsOf(files: Record<string, Uint8Array>, name: string): Promise<readonly Grid[]> {
  const content = text(files, "content.xml");
  // SheetJS complains on the console about every conditional number format; none of them changes a value.
  const plain = {
    ...needed,
    ...files,
    "content.xml": strToU8(withoutMaps(content)),
    "styles.xml": strToU8(withoutMaps(text(files, "styles.xml"))),
  };
  const grids = await readForeign(zipSync(plain, { level: 0 }), name, "ods");
  const tables = tablesOf(content);
  const hiddenStyles = hiddenStylesOf(content);
  return grids.map((grid, index) => ({ ...grid, ...hiddenIn(tables[index] ?? "", hiddenStyles, grid), ...ownTabIn(tables[index] ?? "") }));
}

function text(files: Record<string, Uint8Array>, path: string): string {
  return strFromU8(files[path] ?? new Uint8Array());
}

function withoutMaps(xml: string): string {
  return xml.replace(/<style:map\s[^<>]*>/g, "");
}

function tablesOf(content: string): string[] {
  return content.split(/(?=<table:table[\s>])/).slice(1);
}

function hiddenIn(table: string, hiddenStyles: ReadonlySet<string>, grid: Grid): Pick<Grid, "visibility" | "hiddenRows" | "hiddenColumns"> {
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const style = xmlAttribute([...xmlTags(table.slice(0, table.indexOf(">") + 1), "table")][0]?.attributes ?? "", "style-name");
  return {
    visibility: style !== undefined && hiddenStyles.has(style) ? "hidden" : "visible",
    hiddenRows: hiddenRuns(table, "table-row", "number-rows-repeated", grid.rows.length),
    hiddenColumns: hiddenRuns(table, "table-column", "number-columns-repeated", width),
  };
}

function hiddenStylesOf(content: string): ReadonlySet<string> {
  const styles = [...xmlTags(content, "style")];
  // A style's own properties stand before the next style.
  const hidden = styles.filter(({ end }, index) => /display="false"/.test(content.slice(end, styles[index + 1]?.end)));
  return new Set(hidden.map(({ attributes }) => xmlAttribute(attributes, "name") ?? ""));
}

function hiddenRuns(table: string, tag: string, repeated: string, length: number): number[] {
  const hidden: number[] = [];
  let at = 0;
  for (const { attributes } of xmlTags(table, tag)) {
    const count = Math.min(Number(xmlAttribute(attributes, repeated) ?? 1), length - at);
    const visibility = attributes.includes("visibility") ? xmlAttribute(attributes, "visibility") : undefined;
    if (visibility === "collapse" || visibility === "filter") hidden.push(...Array.from({ length: count }, (_, index) => at + index));
    at += count;
    if (at >= length) break;
  }
  return hidden;
}

function ownTabIn(table: string): { readonly ownTab?: string } {
  for (const { attributes } of xmlTags(table, "named-expression")) {
    const expression = /^"([^"]+)"$/.exec(xmlAttribute(attributes, "expression") ?? "")?.[1];
    if (expression !== undefined && xmlAttribute(attributes, "name") === ownTabName) return { ownTab: expression };
  }
  return {};
}
