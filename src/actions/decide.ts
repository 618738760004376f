// Applying decisions (应用决定): what the centre wrote beside the questions of 冲突与无法匹配 is carried out, without any file.
import { collectFiles, type CollectOutcome } from "./collect";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";

/** The button 「应用决定」: pressed again, nothing is left to do. */
export const decide = {
  id: "decide",
  run: (of: OpenSeason, ports: Ports): Promise<CollectOutcome> =>
    collectFiles(of, { ...ports, files: { incoming: [], add: (...file) => ports.files.add(...file) } }, "decide"),
} as const;
