// Pictures over the cells of their own tab. Excel places a shape by points alone, so what lies before it is added up as it was written.
import type { PictureSpec, SheetSpec } from "../sheets/writing/spec";
import { squaresPng } from "../sheets/writing/squares-png";
import { step, type Step } from "./step";
import { widthPoints } from "./widths";

/** Excel's own height of a row, where the tab says nothing. */
const usualHeight = 15;

/** The pictures of a tab, once its columns and rows have their sizes. */
export function pictureSteps({ pictures = [], columns, heights, rows }: SheetSpec): readonly Step[] {
  if (pictures.length === 0) return [];
  const tops = starts(rows.length, (row) => heights?.get(row) ?? usualHeight);
  const lefts = starts(columns.length, (column) => widthPoints(columns[column]?.width ?? 0));
  return pictures.map((picture) => {
    const file = btoa(String.fromCharCode(...squaresPng(picture.squares)));
    const corner = { left: (lefts[picture.column] ?? 0) + picture.left, top: (tops[picture.row] ?? 0) + picture.top };
    return step(9, (sheet) => draw(sheet.shapes.addImage(file), picture, corner), file.length);
  });
}

function draw(shape: Excel.Shape, { size, label }: PictureSpec, { left, top }: { readonly left: number; readonly top: number }): void {
  shape.name = label;
  shape.altTextDescription = label;
  shape.lockAspectRatio = false;
  shape.width = size;
  shape.height = size;
  shape.left = left;
  shape.top = top;
}

function starts(count: number, sizeOf: (index: number) => number): readonly number[] {
  const found = [0];
  for (let index = 0; index < count; index++) found.push((found[index] ?? 0) + sizeOf(index));
  return found;
}
