// A new workbook file: what never changes is packed once a run, the rest is written as text. No names of people, programs' users or machines, no times.
import { type Slot } from "../../sheets/writing/tab-layout/layout";
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { productName } from "../../sheets/vocabulary/tabs";
import { listSheets, sheetNames } from "../graft";
import { drawingParts, type DrawingParts } from "../tabs/drawing-parts";
import { escapeAttribute, escapeText } from "../tabs/clean-text";
import { daySerials } from "../tabs/day-serial";
import { sheetPart } from "../tabs/sheet-part";
import { SharedTexts } from "../tabs/texts";
import { transitional } from "./dialect";
import { OwnStyles } from "./own-styles";
import { themeXml } from "./theme";
import { tabNames } from "./tab-names";
import { joinEntries, packEntry, packSmallEntry, type PackedEntry, storedEntry } from "./zip-entries";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageSpace = "http://schemas.openxmlformats.org/package/2006";
const office = transitional.relationship;
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const drawing = "application/vnd.openxmlformats-officedocument";

/** The parts that a book has besides its tabs, with their kinds. */
const kinds: Readonly<Record<string, string>> = {
  "xl/workbook.xml": `${spreadsheet}.sheet.main+xml`,
  "xl/sharedStrings.xml": `${spreadsheet}.sharedStrings+xml`,
  "xl/theme/theme1.xml": `${drawing}.theme+xml`,
  "xl/styles.xml": `${spreadsheet}.styles+xml`,
  "docProps/app.xml": `${drawing}.extended-properties+xml`,
  "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
};

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Numbers its relations from 1. */
function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return `${head}<Relationships xmlns="${packageSpace}/relationships">${items.join("")}</Relationships>`;
}

const packageRelations = relationsXml([
  { type: `${office}/officeDocument`, target: "xl/workbook.xml" },
  { type: `${office}/extended-properties`, target: "docProps/app.xml" },
  { type: `${packageSpace}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
]);

const appXml =
  `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  "<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity></Properties>";

let packedOnce: readonly PackedEntry[] | undefined;

function unchanging(): readonly PackedEntry[] {
  packedOnce ??= [
    packSmallEntry("_rels/.rels", packageRelations),
    packSmallEntry("docProps/app.xml", appXml),
    packSmallEntry("xl/theme/theme1.xml", themeXml),
  ];
  return packedOnce;
}

// What the first tab calls itself: county, year and kind of paper, a school at most.
function titleOf(slots: readonly Slot[]): string {
  const [first] = slots.flatMap(({ spec }) => spec?.rows[0]?.[0] ?? []);
  return typeof first === "string" && first.length <= 80 ? first : "";
}

function coreXml(title: string): string {
  const shown = escapeText(title.replace(/\p{Cc}/gu, " "));
  return (
    `${head}<cp:coreProperties xmlns:cp="${packageSpace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${shown}</dc:title><dc:creator>${productName}</dc:creator></cp:coreProperties>`
  );
}

interface Tab {
  readonly spec: FileSheet;
  readonly name: string;
  readonly tab?: string | undefined;
}

/** A new book of these tabs, which are all ours to write. */
export async function newBook(slots: readonly Slot[], title = titleOf(slots)): Promise<Uint8Array> {
  const tabs: readonly Tab[] = slots.flatMap(({ spec, name, tab }) => (spec ? [{ spec, name, tab }] : []));
  const [texts, styles] = [new SharedTexts(), new OwnStyles()];
  const drawn = await drawingParts(tabs);
  const options = {
    texts,
    daySerial: daySerials(false),
    sheetName: sheetNames(slots),
    listSheet: listSheets(tabs),
    styleId: styles.cell.bind(styles),
    highlightId: styles.highlight.bind(styles),
  };
  const sheets = tabs.map(({ spec }, index) => packEntry(`xl/worksheets/sheet${index + 1}.xml`, sheetPart(spec, options)));
  const drawings = new Drawings(tabs, drawn);
  const types = {
    ...kinds,
    ...Object.fromEntries(tabs.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`])),
    ...drawings.kinds,
  };
  return joinEntries([
    packSmallEntry("[Content_Types].xml", typesXml(types)),
    ...unchanging(),
    packSmallEntry("docProps/core.xml", coreXml(title)),
    packSmallEntry("xl/workbook.xml", workbookXml(tabs)),
    packSmallEntry("xl/_rels/workbook.xml.rels", workbookRelations(tabs)),
    ...(await Promise.all(sheets)),
    ...drawings.entries,
    packSmallEntry("xl/styles.xml", styles.text()),
    await packEntry("xl/sharedStrings.xml", texts.part()),
  ]);
}

function typesXml(types: Readonly<Record<string, string>>): string {
  const parts = Object.entries(types).map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return (
    `${head}<Types xmlns="${packageSpace}/content-types">` +
    '<Default Extension="png" ContentType="image/png"/>' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`
  );
}

// Tabs come first among the workbook's relations, so that a tab's number is its relation's.
function workbookRelations(tabs: readonly Tab[]): string {
  return relationsXml([
    ...tabs.map((_, index) => ({ type: `${office}/worksheet`, target: `worksheets/sheet${index + 1}.xml` })),
    { type: `${office}/sharedStrings`, target: "sharedStrings.xml" },
    { type: `${office}/theme`, target: "theme/theme1.xml" },
    { type: `${office}/styles`, target: "styles.xml" },
  ]);
}

function workbookXml(tabs: readonly Tab[]): string {
  const sheets = tabs.map(({ spec, name }, index) => {
    const state = spec.visibility ? ` state="${spec.visibility}"` : "";
    return `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const names = tabs.flatMap(({ spec, name, tab }, index) =>
    tabNames(spec, name, tab).map((defined) => {
      const scope = defined.isOfBook ? "" : ` localSheetId="${index}"`;
      const hidden = defined.isHidden ? ' hidden="1"' : "";
      return `<definedName name="${escapeAttribute(defined.name)}"${scope}${hidden}>${escapeText(defined.refersTo)}</definedName>`;
    }),
  );
  const first = Math.max(
    tabs.findIndex(({ spec }) => spec.visibility === undefined),
    0,
  );
  const view = `<workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" activeTab="${first}"/>`;
  return (
    `${head}<workbook xmlns="${transitional.main}" xmlns:r="${office}"><bookViews>${view}</bookViews>` +
    `<sheets>${sheets.join("")}</sheets>${names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : ""}</workbook>`
  );
}

/** What lies over the cells of a book's tabs, with everything that leads to it. */
class Drawings {
  readonly entries: PackedEntry[] = [];
  readonly kinds: Record<string, string> = {};

  constructor(tabs: readonly Tab[], drawn: ReadonlyMap<FileSheet, DrawingParts>) {
    let [drawings, charts, pictures] = [0, 0, 0];
    tabs.forEach(({ spec }, index) => {
      const parts = drawn.get(spec);
      if (!parts) return;
      const name = `drawing${++drawings}`;
      const drawing = this.#add(`drawings/${name}`, parts.drawing, "drawing");
      const own = [
        ...parts.charts.map((xml) => ["chart", this.#add(`charts/chart${++charts}`, xml, "drawingml.chart")] as const),
        ...parts.pictures.map((bytes) => ["image", this.#addPicture(`media/picture${++pictures}.png`, bytes)] as const),
      ];
      this.#relate(`drawings/_rels/${name}.xml.rels`, own);
      this.#relate(`worksheets/_rels/sheet${index + 1}.xml.rels`, [["drawing", drawing]]);
    });
  }

  #add(path: string, xml: string, kind: string): string {
    this.entries.push(packSmallEntry(`xl/${path}.xml`, xml));
    this.kinds[`xl/${path}.xml`] = `${drawing}.${kind}+xml`;
    return `${path}.xml`;
  }

  #addPicture(path: string, bytes: Uint8Array): string {
    this.entries.push(storedEntry(`xl/${path}`, bytes));
    return path;
  }

  #relate(path: string, targets: readonly (readonly [type: string, path: string])[]): void {
    const relations = targets.map(([type, target]) => ({ type: `${office}/${type}`, target: `../${target}` }));
    this.entries.push(packSmallEntry(`xl/${path}`, relationsXml(relations)));
  }
}
