// Setting a page in type: in the largest size in which it fits one sheet of A4.
import { densities, type Density, fillPage, gap, heightOf, type Line, pageHeight } from "./notice-page";

/** What stands on a page, from above and from below. */
export interface PageParts {
  readonly lines: readonly Line[];
  readonly foot: readonly Line[];
}

/** The page in the largest type that fits; undefined where none does. */
export function onePage(set: (density: Density) => PageParts): readonly Line[] | undefined {
  for (const density of densities) {
    const { lines, foot } = set(density);
    const isWhole = [...lines, ...foot].every(({ isCut }) => !isCut);
    if (isWhole && heightOf(lines) + heightOf(foot) + gap <= pageHeight) return fillPage(lines, foot);
  }
  return undefined;
}
