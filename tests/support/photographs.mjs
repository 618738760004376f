// Photographs of letters and slips as they come back: turned, skewed, in the shade, out of focus, small and squeezed. The same seed, the same pictures.
import { Buffer } from "node:buffer";
import jpeg from "jpeg-js";
import { encode } from "uqr";

/** Pixels of the flat page per millimetre. */
const fine = 8;
/** A square of the code in millimetres, as `codeSize` makes it. */
const square = 22 / 25;

/** Seeded chance (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function flat(width, height) {
  const page = { width: Math.round(width * fine), height: Math.round(height * fine), gray: undefined };
  page.gray = new Uint8Array(page.width * page.height).fill(245);
  return page;
}

function fill(page, left, top, width, height, value) {
  const [from, to] = [Math.round(left * fine), Math.round((left + width) * fine)];
  for (let row = Math.round(top * fine); row < Math.round((top + height) * fine); row++) {
    page.gray.fill(value, row * page.width + from, row * page.width + to);
  }
}

// Strokes as dense as those of Chinese text.
function text(page, chance, left, top, characters, size) {
  for (let index = 0; index < characters; index++) {
    const at = left + index * size;
    for (let stroke = 0; stroke < 7; stroke++) {
      const isLying = chance() < 0.5;
      const [x, y] = [at + chance() * size * 0.6, top + chance() * size * 0.7];
      fill(page, x, y, isLying ? size * 0.35 : 0.3, isLying ? 0.3 : size * 0.35, 30);
    }
  }
}

function slipAt(page, chance, number, top) {
  const [left, right] = [10, 174];
  fill(page, left, top, 190, 0.2, 120);
  text(page, chance, 60, top + 4, 12, 5);
  const rows = [14, 22, 30, 38, 46].map((below) => top + below);
  for (const row of rows) fill(page, left, row, (row === rows.at(-1) ? 200 : right) - left, 0.3, 90);
  for (const column of [left, 40, 112, 142, right]) fill(page, column, rows[0], 0.3, 32, 90);
  for (const row of rows.slice(0, -1)) {
    text(page, chance, 13, row + 2, 5, 4);
    text(page, chance, 50, row + 2, 8, 4);
    text(page, chance, 115, row + 2, 5, 4);
    text(page, chance, 145, row + 2, 4, 5);
  }
  encode(number, { ecc: "Q", border: 0, maskPattern: 3 }).data.forEach((line, row) =>
    line.forEach((isBlack, column) => {
      if (isBlack) fill(page, right + 1.6 + (column + 2) * square, top + 10 + (row + 2) * square, square, square, 20);
    }),
  );
}

/** A whole letter, its slip below. */
function letter(chance, number) {
  const page = flat(210, 297);
  for (let line = 0; line < 26; line++) text(page, chance, 12, 15 + line * 7, 30 + Math.floor(chance() * 14), 4.2);
  slipAt(page, chance, number, 228);
  return page;
}

/** Slips as they are torn off and laid below each other. */
function slips(chance, numbers) {
  const page = flat(210, 62 * numbers.length);
  numbers.forEach((number, index) => slipAt(page, chance, number, 4 + index * 62));
  return page;
}

// Where the picture's corners lie on the page decides what each of its points shows (a projection from the unit square: Heckbert 1989).
function projection([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const whole = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole];
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3];
  return { a, b, x0, d, e, y0, g, h };
}

function photograph(page, chance, { megapixels, quality, turn, skew, shade, blur, noise }) {
  const margin = 1.08;
  const [centreX, centreY] = [page.width / 2, page.height / 2];
  const isLying = Math.abs(Math.round(turn / 90)) % 2 === 1;
  const tilt = ((turn - Math.round(turn / 90) * 90) * Math.PI) / 180;
  const grown = Math.abs(Math.cos(tilt)) + Math.abs(Math.sin(tilt)) * 0.7;
  const [sideX, sideY] = (isLying ? [page.height, page.width] : [page.width, page.height]).map((side) => side * margin * grown);
  const width = Math.round(Math.sqrt((megapixels * 1e6 * sideX) / sideY));
  const height = Math.round((megapixels * 1e6) / width);
  const radians = (turn * Math.PI) / 180;
  const shaken = () => 1 + (chance() - 0.5) * 2 * skew;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => {
    const [ownX, ownY] = [(x * sideX * shaken()) / 2, (y * sideY * shaken()) / 2];
    return [centreX + ownX * Math.cos(radians) - ownY * Math.sin(radians), centreY + ownX * Math.sin(radians) + ownY * Math.cos(radians)];
  });
  const { a, b, x0, d, e, y0, g, h } = projection(corners);
  const [edgeX, edgeY, edge] = [chance() - 0.5, chance() - 0.5, (chance() - 0.5) * 0.4];
  const [slopeX, slopeY] = [chance() - 0.5, chance() - 0.5];
  let gray = new Float32Array(width * height);
  // What one pixel sees is the mean of what lies under it.
  const step = Math.max(1, Math.round((sideX / width) * 0.6));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5) / width;
      const v = (row + 0.5) / height;
      const depth = g * u + h * v + 1;
      const x = Math.floor((a * u + b * v + x0) / depth);
      const y = Math.floor((d * u + e * v + y0) / depth);
      let sum = 0;
      for (let dy = 0; dy < step; dy++) {
        for (let dx = 0; dx < step; dx++) {
          const isOn = x + dx >= 0 && y + dy >= 0 && x + dx < page.width && y + dy < page.height;
          sum += isOn ? page.gray[(y + dy) * page.width + x + dx] : 110;
        }
      }
      // A slope of light over the picture, and the edge of a hand's or a phone's shadow.
      const across = (u - 0.5) * edgeX + (v - 0.5) * edgeY - edge;
      const shadow = 1 - shade * (0.5 + 0.5 * Math.tanh(across * 12));
      const light = 1 - shade * 0.5 * (0.5 + (u - 0.5) * slopeX + (v - 0.5) * slopeY);
      gray[row * width + column] = (sum / step / step) * shadow * light;
    }
  }
  for (let pass = 0; pass < blur; pass++) gray = softened(gray, width);
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < gray.length; at++) {
    const value = Math.max(0, Math.min(255, gray[at] + (chance() - 0.5) * 2 * noise));
    data.fill(value, at * 4, at * 4 + 3);
    data[at * 4 + 3] = 255;
  }
  return jpeg.encode({ data, width, height }, quality).data;
}

// A binomial blur of three pixels, first along the rows, then down the columns.
function softened(gray, width) {
  const along = (from, stride) =>
    Float32Array.from(from, (value, at) => ((from[at - stride] ?? value) + 2 * value + (from[at + stride] ?? value)) / 4);
  return along(along(gray, 1), width);
}

/** What the worst of the pictures are like: 1 MP of a whole letter, squeezed to quality 40, turned, skewed, in the shade and a little out of focus. */
export function degradedLetter(seed, number) {
  const chance = dice(seed);
  const quarter = Math.floor(chance() * 4) * 90;
  return photograph(letter(chance, number), chance, {
    ...{ megapixels: 1, quality: 40, turn: quarter + (chance() - 0.5) * 30, skew: 0.05 },
    ...{ shade: chance() * 0.5, blur: Math.floor(chance() * 2), noise: 4 },
  });
}

/** Some slips on a table in one picture. */
export function degradedSlips(seed, numbers) {
  const chance = dice(seed);
  return photograph(slips(chance, numbers), chance, {
    ...{ megapixels: 1, quality: 40, turn: (chance() - 0.5) * 60, skew: 0.06 },
    ...{ shade: chance() * 0.5, blur: Math.floor(chance() * 2), noise: 4 },
  });
}
