// Speed: the command line on invented counties (seconds, peak memory and MB of workbook per second, for each command and size), then the pane's budgets.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { measureGrowth, showGrowth } from "./growth.mjs";
import { measurePane } from "./pane.mjs";
import { measurePhotographs } from "./photographs.mjs";

const program = fileURLToPath(new URL("../../dist/recovery.mjs", import.meta.url));
// `growth` alone draws the growth anew.
const growthOnly = process.argv.includes("growth");
// `pictures` alone reads a thousand bad photographs, or as many as are named; the whole run makes do with a fifth of them.
const picturesOnly = process.argv.includes("pictures");
const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
const pictures = picturesOnly ? (sizes[0] ?? 1000) : 200;
const personsOf = growthOnly || picturesOnly ? [] : sizes.length > 0 ? sizes : [3917, 43_700];

// The program runs in a process of its own that reports its own peak when it ends.
const wrapper = `process.on("exit", () => process.stderr.write("\\n@" + process.resourceUsage().maxRSS)); await import(process.env.PROGRAM);`;

async function timed(args, flags = []) {
  const start = performance.now();
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...flags, "--input-type=module", "-e", wrapper, "--", "recovery", ...args],
    {
      env: { ...process.env, PROGRAM: pathToFileURL(program).href },
      maxBuffer: 1 << 29,
    },
  );
  return { seconds: (performance.now() - start) / 1000, megabytes: Number(stderr.split("@").at(-1)) / 1024, output: stdout };
}

const seasonBudgets = new Map([
  [3917, { seconds: 6, megabytes: 400 }],
  [43_700, { seconds: 60, megabytes: 1500 }],
]);
const budgets = [];

const folder = await mkdtemp(join(tmpdir(), "recovery-bench-"));
if (personsOf.length > 0) console.log("persons  command   seconds  peak MB  MB of workbook/s");
for (const persons of personsOf) {
  const work = join(folder, String(persons));
  const made = await timed(["sample", "--out", work, "--persons", String(persons)]);
  const [name] = (await readdir(work)).filter((file) => file.endsWith(".xlsx"));
  const book = join(work, name);
  const size = (await stat(book)).size / 1e6;
  const say = (command, { seconds, megabytes }) =>
    console.log(
      `${String(persons).padStart(7)}  ${command.padEnd(8)} ${seconds.toFixed(2).padStart(8)} ${megabytes.toFixed(0).padStart(8)} ${(size / seconds).toFixed(2).padStart(8)}`,
    );
  say("sample", made);
  const at = (command) => join(work, command);
  say("check", await timed(["check", book, "--json"]));
  say("split", await timed(["split", book, "--out", at("split"), "--json"]));
  const notices = await timed(["notices", book, "--out", at("notices"), "--json"]);
  say("notices", notices);
  if (persons === 3917) budgets.push({ what: "3917 letters with codes, command line", measured: notices.seconds, most: 4, unit: "s" });
  const lists = (await readdir(at("split"))).filter((file) => file.endsWith(".xlsx")).map((file) => join(at("split"), file));
  say("collect", await timed(["collect", book, ...lists, "--out", at("collect"), "--json"]));
  say("feedback", await timed(["feedback", book, "--out", at("feedback"), "--as-of", "2019-12-11", "--json"]));
  say("rollup", await timed(["rollup", book, "--out", at("rollup"), "--json"]));
  const season = await timed(["season", book, "--out", at("season")]);
  say("season", season);
  const budget = seasonBudgets.get(persons);
  if (!budget) continue;
  budgets.push(
    { what: `season of ${persons} persons, command line`, measured: season.seconds, most: budget.seconds, unit: "s" },
    { what: `season of ${persons} persons, command line: peak`, measured: season.megabytes, most: budget.megabytes, unit: "MB" },
  );
}
if (growthOnly || (!picturesOnly && sizes.length === 0)) {
  const points = await measureGrowth(folder, timed);
  await showGrowth(points);
  console.log("\ncontracts   check, s   peak MB   µs a contract");
  for (const { contracts, seconds, megabytes, each } of points)
    console.log(
      `${String(contracts).padStart(9)} ${seconds.toFixed(2).padStart(10)} ${megabytes.toFixed(0).padStart(9)} ${each.toFixed(0).padStart(15)}`,
    );
}
if (!growthOnly) budgets.push(...(await measurePhotographs(folder, timed, pictures)));
await rm(folder, { recursive: true, force: true });
if (growthOnly) process.exit();

console.log(`\n${"what".padEnd(60)} measured   budget`);
for (const { what, measured, most, unit } of [...budgets, ...(picturesOnly ? [] : await measurePane())]) {
  const [is, may] = [measured, most].map((number) => `${Number(number.toFixed(2))} ${unit}`.trim().padStart(9));
  console.log(`${what.padEnd(58)} ${is} ${may}  ${measured <= most ? "ok" : "over"}`);
}
