import { describe, expect, test } from "@jest/globals";
import { crc32, inflateSync } from "node:zlib";
import { codeSquares } from "../../src/sheets/notices/notice-code";
import { squaresPng } from "../../src/sheets/writing/squares-png";

/** The squares that a PNG of ours shows, every checksum of it checked on the way; eight pixels a square. */
function squaresIn(png: Uint8Array): readonly string[] {
  const view = Buffer.from(png);
  expect(view.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at)) {
    const end = at + 8 + view.readUInt32BE(at);
    expect(view.readUInt32BE(end)).toBe(crc32(view.subarray(at + 4, end)));
    chunks.set(view.toString("latin1", at + 4, at + 8), view.subarray(at + 8, end));
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "IDAT", "IEND"]);
  const side = chunks.get("IHDR")?.readUInt32BE(0) ?? 0;
  expect([...(chunks.get("IHDR") ?? [])].slice(8)).toEqual([1, 0, 0, 0, 0]);
  const lines = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  expect(lines).toHaveLength((side / 8 + 1) * side);
  return Array.from({ length: side }, (_, line) => {
    const [filter, ...bytes] = lines.subarray(line * (side / 8 + 1), (line + 1) * (side / 8 + 1));
    expect(filter).toBe(0);
    return bytes.map((byte) => ({ 0: "#", 255: "." })[byte]).join("");
  });
}

const chess = (side: number): readonly string[] =>
  Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => ((row * 7 + column * 3) % 5 < 2 ? "#" : ".")).join(""),
  );

describe("a picture of squares as a PNG", () => {
  test.each([2, 3, 24, 25, 29, 33, 36, 37, 60])("shows %i times as many squares, each eight pixels wide and high", (side) => {
    const squares = chess(side);
    expect(squaresIn(squaresPng(squares))).toEqual(squares.flatMap((row) => Array.from({ length: 8 }, () => row)));
  });

  test("a small one after a large one holds nothing of it", () => {
    squaresPng(chess(60));
    expect(squaresIn(squaresPng(chess(2)))).toHaveLength(16);
  });

  test("the code of a number takes less than a kilobyte", () => {
    expect(squaresPng(codeSquares("PC19-07-0123-C")).length).toBeLessThan(1000);
  });
});

describe("the code of a number", () => {
  test("has two white squares on every side of the smallest code there is", () => {
    const squares = codeSquares("PC19-07-0123-C");
    expect(squares).toHaveLength(25);
    expect([...squares.slice(0, 2), ...squares.slice(-2)]).toEqual(Array.from({ length: 4 }, () => ".".repeat(25)));
    expect(squares.every((row) => row.startsWith("..") && row.endsWith(".."))).toBe(true);
    expect(squares[2]?.slice(2, 9)).toBe("#######");
  });

  test("grows by one size for the longest number", () => {
    expect(codeSquares("ABCD19-0123ABCD-012345-C")).toHaveLength(29);
  });
});
