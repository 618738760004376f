// Address labels (地址标签): fourteen to a sheet of A4, to be cut apart, in the order of the letters, for those that go by post.
import type { Person } from "../../domain/record/person";
import { tabNames } from "../vocabulary/tabs";
import type { SheetSpec } from "../writing/spec";
import { lastColumn, type Line, line, pageHeight, type Piece, piece, textHeight } from "./notice-page";
import { paperSheet } from "./notice-stack";

/** One label: to whom, and by which number the letter is known. */
export interface LabelOf {
  readonly person: Person;
  readonly number: string;
}

/** The columns of the left label and of the right one. */
const sides = [
  [0, 2],
  [4, 6],
] as const;
const rowsOnPage = 7;
/** The line to cut along, address, name, number. */
const heights = [9, 48, 27, 24] as const;

const addressOf = ({ loans }: Person): string =>
  loans.flatMap(({ values }) => values.address?.trim() ?? []).find((text) => text !== "") ?? "";

function row(labels: readonly LabelOf[]): readonly Line[] {
  const across = (set: (label: LabelOf, from: number, to: number) => Piece): readonly Piece[] =>
    sides.flatMap(([from, to], side) => {
      const label = labels[side];
      return label ? [set(label, from, to)] : [];
    });
  return [
    line(heights[0], piece(0, lastColumn, null, "noticeCut")),
    line(heights[1], ...across(({ person }, from, to) => address(addressOf(person), from, to))),
    line(heights[2], ...across(({ person: { name } }, from, to) => piece(from, to, `${name}同学及家长\u3000收`, "noticeStrong"))),
    line(heights[3], ...across(({ number }, from, to) => piece(from, to, number, "noticeSmall"))),
  ];
}

// The longest addresses are set small rather than cut.
function address(text: string, from: number, to: number): Piece {
  return piece(from, to, text, textHeight(text, 12, from, to) <= heights[1] ? "notice" : "noticeTiny");
}

function inPieces<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** The labels of one school as a tab that prints nothing else. */
export function labelSheet(labels: readonly LabelOf[]): SheetSpec {
  const perPage = rowsOnPage * sides.length;
  const spare = pageHeight - rowsOnPage * heights.reduce((sum, height) => sum + height, 0);
  const pages = inPieces(labels, perPage).map((own) => [...inPieces(own, sides.length).flatMap(row), ...(spare > 0 ? [line(spare)] : [])]);
  return paperSheet({ tab: "labels", name: tabNames.labels }, pages);
}
