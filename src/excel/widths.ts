// How wide columns are in Excel's own measure.

/** Widths are given in digits of 宋体 11, eight pixels wide, with five pixels beside them; Excel takes points. */
export function widthPoints(characters: number): number {
  return characters === 0 ? 0 : (Math.round(characters * 8) + 5) * 0.75;
}
