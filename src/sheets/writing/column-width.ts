// Widths of columns: files count digits of 11 point 宋体, eight pixels wide with five pixels beside them; Excel's object model counts points.

/** Four pixels are three points. */
const pointsPerPixel = 0.75;

/** The digits that a width in points has room for. */
export function charactersOf(points: number): number {
  return Math.max(0, Math.round(((points / pointsPerPixel - 5) / 8) * 100) / 100);
}

/** The width in points of so many digits. */
export function pointsOf(characters: number): number {
  return characters === 0 ? 0 : (Math.round(characters * 8) + 5) * pointsPerPixel;
}
