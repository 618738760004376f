// `npm run samples -- FOLDER`: how many of a folder of Excel samples for Script Lab run to their end over our host, and what stops the others first.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { play, type Played } from "./play";
import { sampleOf } from "./sample";

/** The minor number of the API set that the add-in itself asks for. */
const baseline = 9;

async function samplesIn(folder: string): Promise<readonly Played[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.ya?ml$/.test(file)).sort();
  const played: Played[] = [];
  for (const file of files) {
    const sample = sampleOf(await readFile(join(folder, file), "utf8"));
    if (sample) played.push(await play(sample));
  }
  return played;
}

function figure(label: string, played: readonly Played[]): string {
  return `${label}: ${played.filter(({ failure }) => failure === undefined).length} of ${played.length} run to the end`;
}

// What a sample left running may still fail when its turn is over.
process.on("uncaughtException", () => undefined);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    "npm run samples -- FOLDER   (YAML files of Script Lab, for instance a copy of OfficeDev/office-js-snippets/samples/excel)",
  );
  process.exitCode = 2;
} else {
  const played = await samplesIn(folder);
  const isWithin = ({ sample }: Played): boolean => (sample.needs ?? Infinity) <= baseline;
  for (const { sample, failure } of played.filter(({ failure: reason }) => reason !== undefined)) {
    const needs = sample.needs === undefined ? "?" : `1.${sample.needs}`;
    console.log(`${needs.padEnd(5)} ${sample.name}: ${(failure ?? "").split("\n")[0]}`);
  }
  console.log(figure("all", played));
  console.log(figure(`ExcelApi 1.${baseline} and below`, played.filter(isWithin)));
  // Timers and connections that samples left behind would go on for ever.
  process.exit();
}
