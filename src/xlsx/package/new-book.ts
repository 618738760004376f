// The parts of a new workbook file before any tab is in it. No names of people, programs' users or machines, and no times.
import { transitional } from "./dialect";
import { graftSlots } from "../graft";
import { type Slot } from "../../sheets/writing/tab-layout/layout";
import { productName } from "../../sheets/vocabulary/tabs";
import { SharedTexts } from "../tabs/texts";
import { ZipPackage } from "./zip-package";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const coreProperties = `${packageRelations}/metadata/core-properties`;
const office = transitional.relationship;

const textsName = "xl/sharedStrings.xml";

const themePart = "xl/theme/theme1.xml";

const parts: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    `<Override PartName="/${textsName}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>` +
    `<Override PartName="/${themePart}" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>` +
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    "</Types>",
  "_rels/.rels":
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/extended-properties" Target="docProps/app.xml"/>` +
    `<Relationship Id="rId3" Type="${coreProperties}" Target="docProps/core.xml"/></Relationships>`,
  "docProps/app.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    "<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity></Properties>",
  "xl/workbook.xml":
    `<workbook xmlns="${transitional.main}" xmlns:r="${office}"><bookViews>` +
    '<workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets/></workbook>',
  "xl/_rels/workbook.xml.rels":
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/theme" Target="theme/theme1.xml"/></Relationships>`,
};

// What the first tab calls itself: county, year and kind of paper, a school at most.
function titleOf(slots: readonly Slot[]): string {
  const [first] = slots.flatMap(({ spec }) => spec?.rows[0]?.[0] ?? []);
  return typeof first === "string" && first.length <= 80 ? first : "";
}

function coreXml(title: string): string {
  const escaped = title.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "").replace(/\p{Cc}/gu, " ");
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped}</dc:title><dc:creator>${productName}</dc:creator></cp:coreProperties>`
  );
}

/** A new book of these tabs, which are all ours to write. */
export async function newBook(slots: readonly Slot[], title = titleOf(slots)): Promise<Uint8Array> {
  const pack = ZipPackage.of(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, head + xml])));
  pack.put("docProps/core.xml", [head + coreXml(title)]);
  const texts = new SharedTexts();
  await graftSlots(pack, slots, { texts, themePart });
  pack.put(textsName, texts.part());
  return pack.bytes();
}
