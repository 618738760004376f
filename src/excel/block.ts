// A rectangle of a sheet, as it is asked for.

/** A rectangle of a sheet, by position and size. */
export interface Block {
  /** Excel's id of the sheet. */
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}
