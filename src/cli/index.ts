// The command line: the whole season on files, for anyone with nothing but Node. Its contract is in README, "Command line".
import { run } from "./program";
import { readerIn } from "./read-aside";
import { pictureReader } from "./read-pictures";

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
  readPicture: pictureReader(new URL("./scanner.mjs", import.meta.url)),
  aside: readerIn(new URL("./reader.mjs", import.meta.url)),
});
