// Adds a tab of ours to a package: the sheet, its drawing, its charts and pictures under names that are still free.
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { type ContentTypes } from "./content-types";
import { type Dialect, inDialect } from "./dialect";
import { relationsPart, relativeTarget } from "./part-relations";
import { type DrawingParts } from "../tabs/drawing-parts";
import { sheetPart, type SheetPartOptions } from "../tabs/sheet-part";
import { type ZipPackage } from "./zip-package";

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const relationsType = "application/vnd.openxmlformats-package.relationships+xml";
const relationsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Where a tab goes, and what it is made of. */
export interface TabParts {
  readonly pack: ZipPackage;
  readonly types: ContentTypes;
  readonly dialect: Dialect;
  readonly spec: FileSheet;
  readonly drawn: DrawingParts | undefined;
  readonly sheetOptions: SheetPartOptions;
}

/** Adds the parts of a tab; the name of the sheet's part. */
export function addSheetParts({ pack, types, dialect, spec, drawn, sheetOptions }: TabParts): string {
  const add = (name: string, type: string, pieces: Iterable<string | Uint8Array<ArrayBuffer>>): void => {
    pack.put(name, pieces);
    types.set(name, type);
  };
  const relate = (from: string, targets: readonly { readonly type: string; readonly target: string }[]): void => {
    types.ensureDefault("rels", relationsType);
    const relations = targets.map(({ type, target }) => ({ type: `${dialect.relationship}/${type}`, target }));
    pack.put(relationsPart(from), [relationsXml(from, relations)]);
  };
  const sheet = freeName(pack, "xl/worksheets/sheet");
  add(sheet, sheetType, spelt(sheetPart(spec, sheetOptions), dialect));
  if (!drawn) return sheet;
  const drawing = freeName(pack, "xl/drawings/drawing");
  add(drawing, drawingType, [inDialect(drawn.drawing, dialect)]);
  const charts = drawn.charts.map((xml) => {
    const chart = freeName(pack, "xl/charts/chart");
    add(chart, chartType, [inDialect(xml, dialect)]);
    return chart;
  });
  const named = freeNames(pack, "xl/media/picture", "png");
  const pictures = drawn.pictures.map((bytes) => {
    types.ensureDefault("png", "image/png");
    const { value: name } = named.next();
    pack.putStored(name, bytes);
    return name;
  });
  relate(drawing, [...charts.map((target) => ({ type: "chart", target })), ...pictures.map((target) => ({ type: "image", target }))]);
  relate(sheet, [{ type: "drawing", target: drawing }]);
  return sheet;
}

// The vocabulary is named outside of the rows.
function* spelt(pieces: ReturnType<typeof sheetPart>, dialect: Dialect): ReturnType<typeof sheetPart> {
  for (const piece of pieces) yield typeof piece === "string" ? inDialect(piece, dialect) : piece;
}

function freeName(pack: ZipPackage, start: string): string {
  return freeNames(pack, start, "xml").next().value;
}

// What is added to the package meanwhile under other names changes nothing for the next one.
function* freeNames(pack: ZipPackage, start: string, ending: string): Generator<string, never, undefined> {
  const used = new Set(pack.names().map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = `${start}${count}.${ending}`;
    if (!used.has(name)) yield name;
  }
}

// A tab refers to its drawing, and a drawing to its charts and pictures, by numbers from 1 in their order.
function relationsXml(from: string, relations: readonly { readonly type: string; readonly target: string }[]): string {
  const items = relations.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${relativeTarget(from, target)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationsNamespace}">${items.join("")}</Relationships>`;
}
