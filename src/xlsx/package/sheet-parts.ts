// Adds a tab of ours to a package: the sheet, its drawing and its charts under names that are still free.
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { type ContentTypes } from "./content-types";
import { type Dialect, inDialect } from "./dialect";
import { relationsPart, relativeTarget } from "./part-relations";
import { type SheetFrame } from "../tabs/sheet-frame";
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
  readonly frame: SheetFrame;
  readonly sheetOptions: Omit<SheetPartOptions, "frame">;
}

/** Adds the parts of a tab; the name of the sheet's part. */
export function addSheetParts({ pack, types, dialect, spec, frame, sheetOptions }: TabParts): string {
  const add = (name: string, type: string, pieces: Iterable<string>): void => {
    pack.put(name, pieces);
    types.set(name, type);
  };
  const relate = (from: string, type: string, targets: readonly string[]): void => {
    types.ensureDefault("rels", relationsType);
    pack.put(relationsPart(from), [relationsXml(from, `${dialect.relationship}/${type}`, targets)]);
  };
  const sheet = freeName(pack, "xl/worksheets/sheet");
  add(sheet, sheetType, sheetPart(spec, { ...sheetOptions, frame: inDialect(frame.sheet, dialect) }));
  if (frame.drawing === undefined) return sheet;
  const drawing = freeName(pack, "xl/drawings/drawing");
  add(drawing, drawingType, [inDialect(frame.drawing, dialect)]);
  const charts = frame.charts.map((xml) => {
    const chart = freeName(pack, "xl/charts/chart");
    add(chart, chartType, [inDialect(xml, dialect)]);
    return chart;
  });
  relate(drawing, "chart", charts);
  relate(sheet, "drawing", [drawing]);
  return sheet;
}

function freeName(pack: ZipPackage, start: string): string {
  const used = new Set(pack.names().map((name) => name.toLowerCase()));
  let count = 1;
  while (used.has(`${start}${count}.xml`)) count++;
  return `${start}${count}.xml`;
}

// hucre numbers a sheet's drawing and a drawing's charts from 1 in their order; so do we.
function relationsXml(from: string, type: string, targets: readonly string[]): string {
  const items = targets.map(
    (target, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${relativeTarget(from, target)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationsNamespace}">${items.join("")}</Relationships>`;
}
