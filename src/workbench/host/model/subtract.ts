// What is left of areas when others are cut out of them.
import { type Area } from "../../../sheets/grid";
import { intersection } from "./area";

/** The parts of an area outside another: above, below, left and right of it. */
export function subtract(area: Area, cut: Area): readonly Area[] {
  const hole = intersection(area, cut);
  if (!hole) return [area];
  return [
    { ...area, bottom: hole.top - 1 },
    { ...area, top: hole.bottom + 1 },
    { ...area, top: hole.top, bottom: hole.bottom, right: hole.left - 1 },
    { ...area, top: hole.top, bottom: hole.bottom, left: hole.right + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** The parts of areas outside all the others. */
export function subtractAll(areas: readonly Area[], cuts: readonly Area[]): readonly Area[] {
  return cuts.reduce<readonly Area[]>((left, cut) => left.flatMap((area) => subtract(area, cut)), areas);
}
