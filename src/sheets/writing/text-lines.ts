// How many lines a text takes in a printed cell: Excel never grows a merged cell by itself, and what does not fit is cut off on paper.

const closing = new Set("，。；：、！？）》”’〕】");
const opening = new Set("（《“‘〔【");

const isHalfWidth = (character: string) => character >= " " && character <= "~";
const isInWord = (character: string) => character > " " && character <= "~";

// A closing mark never begins a line and an opening one never ends it; numbers and addresses are not broken.
const mayBreak = (before: string, after: string) => !closing.has(after) && !opening.has(before) && !(isInWord(before) && isInWord(after));

/**
 * The number of lines that a text takes when a line holds so many full-width characters.
 * @example linesOf("最迟于2019年12月20日还清", 8) // 2
 */
export function linesOf(text: string, charactersPerLine: number): number {
  if (text.length <= charactersPerLine && !text.includes("\n")) return 1;
  let lines = 1;
  let settled = 0;
  let piece = 0;
  let before = "\n";
  for (const character of text) {
    if (character === "\n") {
      lines++;
      settled = piece = 0;
    } else {
      if (mayBreak(before, character)) {
        settled += piece;
        piece = 0;
      }
      // Half-width characters measure half a character in 仿宋, up to 0.56 in the fonts that stand in for it.
      piece += isHalfWidth(character) ? 0.56 : 1;
      if (settled > 0 && settled + piece > charactersPerLine) {
        lines++;
        settled = 0;
      }
      // A single piece longer than a line is broken after all.
      if (piece > charactersPerLine) {
        lines++;
        piece -= charactersPerLine;
      }
    }
    before = character;
  }
  return lines;
}

/**
 * The width in points that text has at least in columns of so many characters: programs count in digits of the book's plain font, which in
 * 宋体 11 are 5.5 points wide (Excel rounds up to 8 pixels, 6 points); the cell's own padding is taken off.
 */
export function pointsOf(columnWidths: readonly number[]): number {
  return columnWidths.reduce((sum, characters) => sum + characters, 0) * 5.5 - 6;
}
