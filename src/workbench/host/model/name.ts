// Defined names, and what formulas know of a book: its sheets and its names.
import { type Area } from "../../../sheets/grid";
import { type Sheet } from "./sheet";

/** An area that is held on to: it follows inserted and deleted rows and columns, and is gone with its cells. */
export interface Anchor {
  readonly sheet: Sheet;
  area: Area | undefined;
}

/** A defined name; `sheet` when it is known on that sheet only. */
export interface Name {
  readonly name: string;
  readonly sheet?: Sheet;
  /** The cells it stands for, or the formula with `=`. */
  target: Anchor | string;
  isVisible: boolean;
  comment: string;
}

/** A book as formulas see it. */
export interface NamedSheets {
  readonly sheets: readonly Sheet[];
  readonly names: readonly Name[];
  /** The sheet with this name, whatever the case. */
  sheet(name: string): Sheet | undefined;
}
