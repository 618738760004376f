// Formulas in a file about tabs that go for good, before these do: Excel turns them into #REF! when it opens the file.
import { type FormulaAbout, mentions } from "../sheets/reading/formulas-about";
import { WorkbookPart } from "./package/workbook-part";
import { ZipPackage } from "./package/zip-package";
import { withoutComments, xmlAttribute, xmlTags, xmlText } from "./reading/xml-tags";

/** The formulas on sheets that are not ours that name one of these tabs. */
export function lostFormulas(xlsxPackage: Uint8Array, gone: readonly string[]): readonly FormulaAbout[] {
  const pack = ZipPackage.open(xlsxPackage);
  const others = new WorkbookPart(pack).sheets.filter(({ tab }) => tab === undefined);
  return others.flatMap(({ name, part }) =>
    cellsNaming(pack.text(pack.find(part) ?? part), gone).map((cell) => ({ sheet: name, cell, fate: "lost" as const })),
  );
}

function cellsNaming(part: string, names: readonly string[]): readonly string[] {
  const xml = withoutComments(part);
  // Cells that share a formula say it once.
  const shared = new Map<string, boolean>();
  const found: string[] = [];
  for (const { attributes, end } of xmlTags(xml, "f")) {
    const group = xmlAttribute(attributes, "si");
    const text = attributes.endsWith("/") ? "" : xmlText(xml.slice(end, xml.indexOf("<", end)));
    const isNaming = text === "" ? shared.get(group ?? "") === true : mentions(`=${text}`, names);
    if (group !== undefined && text !== "") shared.set(group, isNaming);
    if (isNaming) found.push(cellBefore(xml, end - attributes.length - 2));
  }
  return found;
}

// A formula stands first in its cell.
function cellBefore(xml: string, at: number): string {
  const formula = xml.lastIndexOf("<", at);
  return xmlAttribute(xml.slice(xml.lastIndexOf("<", formula - 1), formula), "r") ?? "";
}
