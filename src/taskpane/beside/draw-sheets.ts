// What draws sheets beside the pane: loaded when there is one to be drawn.
import { type CellPlace, GridView } from "../../grid/grid-view";
import { columnIndex } from "../../sheets/grid";

export { pictureOfSheet, textAt } from "../../grid/picture-of";
export { tabsView } from "../../grid/tabs-view";
export { cellAddress } from "../../sheets/grid";

/** A grid for looking; `selected` hears of every cell that a person goes to. */
export function newGrid(place: HTMLElement, selected: (place: CellPlace) => void): GridView {
  return new GridView(place, { selected });
}

/**
 * The place of an A1 address.
 * @example cellPlace("C17") // { row: 16, column: 2 }
 */
export function cellPlace(address: string): CellPlace {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)/.exec(address) ?? [];
  return { row: Number(row) - 1, column: columnIndex(letters) };
}
