import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

// Shanghai had daylight saving in 1986–91, New York lies behind UTC: a day kept as local midnight in the wrong way shows in one of them.
test.each(["Asia/Shanghai", "UTC", "America/New_York"])("days are the same days in %s", async (zone) => {
  const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "tests/domain/day.test.ts", "--silent"];
  const run = promisify(execFile)(process.execPath, jest, { env: { ...process.env, TZ: zone } });
  await expect(run).resolves.toBeDefined();
});
