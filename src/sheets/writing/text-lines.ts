// How many lines a text takes in a printed cell: Excel never grows a merged cell by itself, and what does not fit is cut off on paper.

const codesOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const closing = codesOf("，。；：、！？）》”’〕】");
const opening = codesOf("（《“‘〔【");

const blank = 0x20;
const lastAscii = 0x7e;
const lineFeed = 0x0a;

// Letters are measured by the thousand, character by character: most are Chinese, and no mark is among those.
const isChinese = (code: number) => code >= 0x4e00 && code <= 0x9fff;
const isInWord = (code: number) => code > blank && code <= lastAscii;

// A closing mark never begins a line and an opening one never ends it; numbers and addresses are not broken.
function mayBreak(before: number, after: number): boolean {
  if (isChinese(after)) return isChinese(before) || !opening.has(before);
  return !closing.has(after) && !opening.has(before) && !(isInWord(before) && isInWord(after));
}

/**
 * The number of lines that a text takes when a line holds so many full-width characters.
 * @param starts takes the place of the first character of every line but the first
 * @example linesOf("最迟于2019年12月20日还清", 8) // 2
 */
export function linesOf(text: string, charactersPerLine: number, starts?: number[]): number {
  if (text.length <= charactersPerLine && !text.includes("\n")) return 1;
  let lines = 1;
  let settled = 0;
  let piece = 0;
  let pieceStart = 0;
  let before = lineFeed;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) as number;
    if (code > 0xffff) at++;
    if (code === lineFeed) {
      lines++;
      settled = piece = 0;
      starts?.push((pieceStart = at + 1));
    } else {
      if (mayBreak(before, code)) {
        settled += piece;
        piece = 0;
        pieceStart = at;
      }
      // Half-width characters measure half a character in 仿宋, up to 0.56 in the fonts that stand in for it.
      piece += code >= blank && code <= lastAscii ? 0.56 : 1;
      if (settled > 0 && settled + piece > charactersPerLine) {
        lines++;
        settled = 0;
        starts?.push(pieceStart);
      }
      // A single piece longer than a line is broken after all.
      if (piece > charactersPerLine) {
        lines++;
        piece -= charactersPerLine;
        starts?.push(at);
      }
    }
    before = code;
  }
  return lines;
}

/**
 * The lines themselves.
 * @example textLines("最迟于2019年12月20日还清", 8) // ["最迟于2019年12", "月20日还清"]
 */
export function textLines(text: string, charactersPerLine: number): readonly string[] {
  const starts: number[] = [];
  linesOf(text, charactersPerLine, starts);
  return [0, ...starts].map((start, index) => text.slice(start, starts[index]).replace(/\n$/, ""));
}

/**
 * The width in points that text has at least in columns of so many characters: programs count in digits of the book's plain font, which in
 * 宋体 11 are 5.5 points wide (Excel rounds up to 8 pixels, 6 points); the cell's own padding is taken off.
 */
export function pointsOf(columnWidths: readonly number[]): number {
  return columnWidths.reduce((sum, characters) => sum + characters, 0) * 5.5 - 6;
}
