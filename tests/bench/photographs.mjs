// Slips from photographs: bad ones (turned, skewed, in the shade, 1 MP at JPEG 40), how many are read, how many wrongly, and how long a county's 3,917
// would take.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { degradedLetter, degradedSlips } from "../support/photographs.mjs";

// One picture in so many is of three slips on a table.
const everyTable = 5;
const county = 3917;

// Numbers of nobody's county: each one that is read comes back as unknown, under the name of its picture.
const number = (sequence) => `XX19-07-${String(sequence).padStart(4, "0")}-C`;

/** Photographs in a folder, and the numbers that stand on each. */
async function takePhotographs(folder, count) {
  await mkdir(folder, { recursive: true });
  const expected = new Map();
  const take = async (name, numbers, picture) => {
    expected.set(name, numbers);
    await writeFile(join(folder, name), picture);
  };
  for (let seed = 1; seed <= count; seed++) {
    if (seed % everyTable !== 0) {
      await take(`letter-${seed}.jpg`, [number(seed)], degradedLetter(seed, number(seed)));
      continue;
    }
    const numbers = [1, 2, 3].map((slip) => number(5000 + seed * 3 + slip));
    await take(`slips-${seed}.jpg`, numbers, degradedSlips(seed, numbers));
  }
  return expected;
}

/** What the command line makes of them, beside what it should. */
export async function measurePhotographs(folder, timed, count) {
  const expected = await takePhotographs(join(folder, "photographs"), count);
  const [few, one] = [join(folder, "few"), join(folder, "one")];
  await timed(["sample", "--out", few, "--persons", "50"]);
  const book = join(few, "蒲城县2019年助学贷款本息回收.xlsx");
  await writeFile(`${one}.txt`, number(9999));
  const idle = await timed(["slips", book, `${one}.txt`, "--out", join(folder, "idle"), "--json"]);
  const run = await timed(["slips", book, join(folder, "photographs"), "--out", join(folder, "read"), "--json"]);
  const found = JSON.parse(run.output).unknown.map(({ input, number: text }) => `${input} ${text}`);
  const wanted = new Set([...expected].flatMap(([name, numbers]) => numbers.map((text) => `${name} ${text}`)));
  const right = found.filter((slip) => wanted.has(slip)).length;
  const seconds = ((run.seconds - idle.seconds) / expected.size) * county;
  const missed = [...wanted].filter((slip) => !found.includes(slip));
  if (missed.length > 0)
    console.log(`not read: ${missed.slice(0, 10).join(", ")}${missed.length > 10 ? ` and ${missed.length - 10} more` : ""}`);
  return [
    { what: `slips on ${expected.size} bad photographs, not read`, measured: 100 * (1 - right / wanted.size), most: 1, unit: "%" },
    { what: "slips read wrongly", measured: found.length - right, most: 0, unit: "" },
    { what: `${county} photographs of 1 MP, command line`, measured: seconds, most: 300, unit: "s" },
  ];
}
