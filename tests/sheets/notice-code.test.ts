// The code of a number, whose squares are turned one bit after another, is the one that is drawn.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { encode } from "uqr";
import { codeSquares } from "../../src/sheets/notices/notice-code";

function drawn(text: string): readonly string[] {
  const { data, size } = encode(text, { ecc: "Q", border: 0, maskPattern: 3 });
  const white = ".".repeat(size + 4);
  const rows = data.map((row) => `..${row.map((isBlack) => (isBlack ? "#" : ".")).join("")}..`);
  return [white, white, ...rows, white, white];
}

test.each([
  "PC19-07-0123-C",
  "PC19-07-0123",
  "ABCD19-0123ABCD-012345-C",
  "1234567",
  "AB1",
  "蒲城19-0001",
  "pc19-07-0123-c",
  "A".repeat(60),
])("%s", (text) => {
  expect(codeSquares(text)).toEqual(drawn(text));
});

test("whatever number it is", () => {
  const characters = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"];
  const text = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 47 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (number) => {
      expect(codeSquares(number)).toEqual(drawn(number));
    }),
    { numRuns: 300 },
  );
});
