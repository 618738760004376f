// Speed of the command line on invented counties: seconds, peak memory and MB of workbook per second, for each command and size.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("../../dist/recovery.mjs", import.meta.url));
const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
const personsOf = sizes.length > 0 ? sizes : [3917, 43_700];

// The program runs in a process of its own that reports its own peak when it ends.
const wrapper = `process.on("exit", () => process.stderr.write("\\n@" + process.resourceUsage().maxRSS)); await import(process.env.PROGRAM);`;

async function timed(args) {
  const start = performance.now();
  const { stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", wrapper, "--", "recovery", ...args], {
    env: { ...process.env, PROGRAM: pathToFileURL(program).href },
    maxBuffer: 1 << 28,
  });
  return { seconds: (performance.now() - start) / 1000, megabytes: Number(stderr.split("@").at(-1)) / 1024 };
}

const folder = await mkdtemp(join(tmpdir(), "recovery-bench-"));
console.log("persons  command   seconds  peak MB  MB of workbook/s");
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
  say("notices", await timed(["notices", book, "--out", at("notices"), "--json"]));
  const lists = (await readdir(at("split"))).filter((file) => file.endsWith(".xlsx")).map((file) => join(at("split"), file));
  say("collect", await timed(["collect", book, ...lists, "--out", at("collect"), "--json"]));
  say("rollup", await timed(["rollup", book, "--out", at("rollup"), "--json"]));
  say("season", await timed(["season", book, "--out", at("season")]));
}
await rm(folder, { recursive: true, force: true });
