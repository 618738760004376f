// How the cost of a check grows with the list: a table and a chart, from a few thousand contracts to a million; both go into README.
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const picture = fileURLToPath(new URL("../../docs/growth.svg", import.meta.url));

/** Persons of the invented counties; each has 2.3 contracts. */
const counties = [1_750, 3_917, 17_400, 43_700, 174_000, 435_000];

/** Checks counties of all sizes; `timed` runs the command line and says seconds and megabytes. */
export async function measureGrowth(folder, timed) {
  const points = [];
  for (const persons of counties) {
    const work = join(folder, `growth-${persons}`);
    await timed(["sample", "--out", work, "--persons", String(persons)], ["--max-old-space-size=8000"]);
    const [name] = (await readdir(work)).filter((file) => file.endsWith(".xlsx"));
    const { seconds, megabytes, output } = await timed(["check", join(work, name), "--json"]);
    const contracts = Number(/"contracts": (\d+)/.exec(output)[1]);
    points.push({ contracts, seconds, megabytes, each: (seconds / contracts) * 1e6 });
    await rm(work, { recursive: true, force: true });
  }
  return points;
}

const grouped = (number) => Math.round(number).toLocaleString("en-US");

/** Puts the table into README between its marks, and the chart beside it. */
export async function showGrowth(points) {
  const rows = points.map(
    ({ contracts, seconds, megabytes, each }) =>
      `| ${grouped(contracts)} | ${seconds.toFixed(2)} | ${grouped(megabytes)} | ${each.toFixed(0)} |`,
  );
  const table = ["| contracts | check, s | peak MB | µs a contract |", "| --- | --- | --- | --- |", ...rows].join("\n");
  const before = await readFile(readme, "utf8");
  const after = before.replace(/(<!-- growth -->\n)[\s\S]*?(\n<!-- \/growth -->)/, (_, open, close) => `${open}\n${table}\n${close}`);
  if (!after.includes(table)) throw new Error("README has no place for the table of growth");
  await writeFile(readme, await format(after, { parser: "markdown", printWidth: 140 }));
  await writeFile(picture, chart(points));
}

// Contracts run along a logarithmic axis, the cost of one contract up a plain one.
function chart(points) {
  const [width, height, left, bottom, top] = [640, 300, 60, 250, 30];
  const most = Math.ceil(Math.max(...points.map(({ each }) => each)) / 20) * 20;
  const [from, to] = [3, 6.1];
  const x = (contracts) => left + ((Math.log10(contracts) - from) / (to - from)) * (width - left - 20);
  const y = (each) => bottom - (each / most) * (bottom - top);
  const text = (at, up, words, anchor = "middle") =>
    `<text x="${at.toFixed(1)}" y="${up.toFixed(1)}" text-anchor="${anchor}">${words}</text>`;
  const lines = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const up = y(most * part);
    return `<path d="M${left} ${up}H${width - 20}" stroke="#ddd"/>${text(left - 8, up + 4, String(most * part), "end")}`;
  });
  const ticks = [1_000, 10_000, 100_000, 1_000_000].map((contracts) => text(x(contracts), bottom + 18, grouped(contracts)));
  const path = points.map(({ contracts, each }, index) => `${index ? "L" : "M"}${x(contracts).toFixed(1)} ${y(each).toFixed(1)}`).join("");
  const dots = points.map(
    ({ contracts, each }) => `<circle cx="${x(contracts).toFixed(1)}" cy="${y(each).toFixed(1)}" r="4" fill="#2e75b6"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#333">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(width / 2, 18, "check: microseconds a contract, from start to end of the process"),
    ...lines,
    ...ticks,
    text(width / 2, bottom + 38, "contracts"),
    `<path d="${path}" fill="none" stroke="#2e75b6" stroke-width="2"/>`,
    ...dots,
    "</svg>\n",
  ].join("\n");
}
