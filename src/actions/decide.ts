// Applying decisions (应用决定): what the centre decided on the questions of 冲突与无法匹配, beside them or in the pane, is carried out without any file.
import { collectFiles, type CollectOutcome } from "./collect";
import type { PaneDecisions } from "./rulings";
import type { OpenSeason } from "./season";
import type { Ports } from "./workbook";

/** The button 「应用决定」: pressed again, nothing is left to do. */
export const decide = {
  id: "decide",
  run: (of: OpenSeason, ports: Ports, decisions?: PaneDecisions): Promise<CollectOutcome> => {
    const files = { incoming: [], add: ports.files.add.bind(ports.files) };
    return collectFiles(of, { ...ports, files }, { action: "decide", ...(decisions ? { decided: decisions } : {}) });
  },
} as const;
