// Merged cells, links of cells, and the way from a range to its rules.
import { type Arguments } from "../engine/arguments";
import { type Definition } from "../engine/definition";
import { hold, type HostObject } from "../engine/subjects";
import { cellCount, contains, overlaps } from "../model/area";
import { type Anchor } from "../model/name";
import { type Link } from "../model/cell";
import { HostError, invalidArgument, itemNotFound } from "../model/errors";
import { setting } from "../model/style";
import { assertPermitted, cellsOf } from "./ranges";

const mergeLimit = 512;

function merge(anchor: Anchor, args: Arguments): void {
  const area = cellsOf(anchor);
  const { sheet } = anchor;
  assertPermitted(sheet, "allowFormatCells");
  const parts = args.isTrue(0)
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, row) => ({ ...area, top: area.top + row, bottom: area.top + row }))
    : [area];
  if (sheet.tables.some((table) => overlaps(table.area, area)))
    throw new HostError("MergedRangeConflict", "A table cannot hold merged cells.");
  sheet.merges = sheet.merges.filter((one) => !overlaps(one, area));
  for (const part of parts) {
    if (cellCount(part) < 2) continue;
    sheet.merges = [...sheet.merges, part];
    // Only the first cell keeps its value (support: "Merge and unmerge cells").
    for (const [row, column, cell] of sheet.cells.existing(part)) {
      if ((row !== part.top || column !== part.left) && cell.content !== "")
        sheet.cells.put(row, column, { content: "", style: cell.style });
    }
  }
}

// Found are areas whose first cell lies within the range (office-js issue 3611).
function merged(anchor: Anchor): HostObject | null {
  const area = cellsOf(anchor);
  const found = anchor.sheet.merges.filter(({ top, left }) => contains(area, { top, left, bottom: top, right: left }));
  // "If the merged areas count in this range is more than 512, then this method will fail to return the result" (Range.getMergedAreasOrNullObject).
  if (found.length > mergeLimit) throw new HostError("GeneralException", "The range has too many merged areas.");
  return found.length === 0
    ? null
    : hold(
        "RangeAreas",
        found.map((one) => ({ sheet: anchor.sheet, area: one })),
      );
}

function link(anchor: Anchor): Link | null {
  const { top, left } = cellsOf(anchor);
  return anchor.sheet.cells.at(top, left)?.link ?? null;
}

function setLink(anchor: Anchor, value: unknown): void {
  const { top, left } = cellsOf(anchor);
  const { cells } = anchor.sheet;
  assertPermitted(anchor.sheet, "allowInsertHyperlinks");
  if (typeof value !== "object" || value === null) throw invalidArgument("a link is wanted");
  const given = value as Link;
  const style = cells.styleAt(top, left);
  const old = cells.at(top, left)?.content ?? "";
  const linked = setting("fontColor", "#0563C1")(setting("underline", "Single")(style));
  cells.put(top, left, { content: given.textToDisplay ?? old, style: linked, link: given });
}

/** The members of a range that are about merging, links and rules. */
export const mergeMembers: Definition<Anchor> = {
  properties: {
    hyperlink: { get: link, set: setLink, isCostly: true },
  },
  objects: {
    conditionalFormats: (anchor) => hold("ConditionalFormatCollection", [anchor]),
    dataValidation: (anchor) => hold("DataValidation", [anchor]),
    sort: (anchor) => hold("RangeSort", anchor),
  },
  methods: {
    merge,
    unmerge: (anchor) => {
      const area = cellsOf(anchor);
      assertPermitted(anchor.sheet, "allowFormatCells");
      anchor.sheet.merges = anchor.sheet.merges.filter((one) => !overlaps(one, area));
    },
    getMergedAreas: (anchor) => {
      const found = merged(anchor);
      if (!found) throw itemNotFound();
      return found;
    },
    getMergedAreasOrNullObject: merged,
  },
};
