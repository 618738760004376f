// Which cells a chart lies over, wherever it was put.
import type { Area } from "../sheets/grid";
import type { Chart } from "./host/model/attachments";
import type { Sheet } from "./host/model/sheet";
import { sizeOf } from "./host/members/formats";

/** The cells that a chart covers. */
export function chartArea(sheet: Sheet, { over, place }: Chart): Area {
  if (over) return over;
  return {
    left: cellAt(sheet, "columns", place.left),
    right: cellAt(sheet, "columns", place.left + place.width),
    top: cellAt(sheet, "rows", place.top),
    bottom: cellAt(sheet, "rows", place.top + place.height),
  };
}

function cellAt(sheet: Sheet, axis: "rows" | "columns", points: number): number {
  const anchor = { sheet, area: undefined };
  let index = 0;
  for (let left = points; left >= sizeOf(anchor, axis, index); index++) left -= sizeOf(anchor, axis, index);
  return index;
}
