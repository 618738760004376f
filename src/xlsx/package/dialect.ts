// The two spellings of the file format: the usual one, and "Strict Open XML", which Excel offers under "save as".

/** The addresses that name the vocabulary of a file. */
export interface Dialect {
  readonly main: string;
  readonly relationship: string;
}

/** The usual spelling. */
export const transitional: Dialect = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/** Strict Open XML (ECMA-376 part 1). */
export const strict: Dialect = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relationship: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

const drawing = /http:\/\/schemas\.openxmlformats\.org\/drawingml\/2006\/(main|chart|spreadsheetDrawing)/g;

/** A part in the usual spelling, as this dialect spells it. */
export function inDialect(xml: string, dialect: Dialect): string {
  if (dialect === transitional) return xml;
  return xml
    .replaceAll(`"${transitional.main}"`, `"${strict.main}"`)
    .replaceAll(`"${transitional.relationship}"`, `"${strict.relationship}"`)
    .replaceAll(`"${transitional.relationship}/`, `"${strict.relationship}/`)
    .replace(drawing, "http://purl.oclc.org/ooxml/drawingml/$1");
}
