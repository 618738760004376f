// The command line: the whole season on files, for anyone with nothing but Node. Its contract is in README, "Command line".
import { setFlagsFromString } from "node:v8";
import { makerAside } from "./book-maker";
import { run } from "./program";
import { readerAhead } from "./read-ahead";
import { readerIn } from "./read-aside";
import { pictureReader } from "./read-pictures";

// A run lasts a second or a few: what is compiled anew for speed before it has run this often (V8 waits for 132 kB of it) costs more than it gives.
// Code compiled beforehand (V8's code cache) gained nothing that could be measured.
setFlagsFromString("--interrupt-budget=400000");

// Whoever reads may have heard enough (`| head`): the run goes on quietly. Text that finds no room was wanted and is missing: the run says so.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") return;
  process.stderr.write("结果文字没有完整写出，输出的位置可能已满。请换一个位置再运行一次。\n");
  process.exitCode = 1;
});
process.stderr.on("error", () => undefined);

const maker = makerAside(new URL("./writer.mjs", import.meta.url));
const status = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
  readPicture: pictureReader(new URL("./scanner.mjs", import.meta.url)),
  maker,
  readAhead: readerAhead(new URL("./ahead.mjs", import.meta.url)),
  aside: readerIn(new URL("./reader.mjs", import.meta.url)),
});
maker.end();
process.exitCode ||= status;
