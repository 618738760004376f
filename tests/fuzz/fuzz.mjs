// The large run of the fuzzer: `npm run fuzz -- --count 500 --seed 7`. Says per format how files ended; the longest and the most memory at the end.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { count: { type: "string", default: "200" }, seed: { type: "string", default: "2019" } } });
const started = Date.now();
const { status } = spawnSync(
  process.execPath,
  ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--runInBand", "tests/fuzz"],
  { stdio: "inherit", env: { ...process.env, FUZZ_COUNT: values.count, FUZZ_SEED: values.seed } },
);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`${values.count} files a format, seed ${values.seed}, ${Math.round((Date.now() - started) / 1000)} s, this process ${peak} MB`);
process.exitCode = status ?? 1;
