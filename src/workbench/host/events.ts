// Changes of the book as the events that a page listens to; the slices of a large write make one event.
import { type Engine } from "./engine/engine";
import { hold } from "./engine/subjects";
import { bounding, formatAddress, overlaps } from "./model/area";
import { type Change } from "./model/book";

type CellsChange = Extract<Change, { kind: "cells" }>;

const codes = { cells: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15 } as const;
const tableChanged = 101;

/** The events for the page behind this engine, in the form in which they are fired. */
export function eventsOf(changes: readonly Change[], engine: Engine): readonly unknown[] {
  const { listeners } = engine.scene;
  const events: unknown[] = [];
  const tell = (code: number, target: string, details: unknown): void => {
    if ((listeners.get(`${code}|${target}`) ?? 0) > 0) events.push([65536, code, target, JSON.stringify(details), "", false]);
  };
  for (const change of merged(changes)) {
    const details = change.kind === "cells" ? cellDetails(change, engine) : plainDetails(change);
    tell(codes[change.kind], "Workbook", details);
    tell(codes[change.kind], change.sheet.id, details);
    if (change.kind !== "cells") continue;
    for (const table of change.sheet.tables) {
      if (overlaps(table.area, change.area)) tell(tableChanged, table.id, { ...(details as object), tableId: table.id });
    }
  }
  return events;
}

function plainDetails(change: Exclude<Change, CellsChange>): unknown {
  if (change.kind === "selection") return { worksheetId: change.sheet.id, address: formatAddress(change.area) };
  return { worksheetId: change.sheet.id, source: "Local" };
}

function cellDetails(change: CellsChange, engine: Engine): unknown {
  const referenceId = engine.keep(hold("Range", { sheet: change.sheet, area: change.area }));
  return {
    worksheetId: change.sheet.id,
    address: formatAddress(change.area),
    changeType: change.type,
    source: "Local",
    triggerSource: "Unknown",
    // Any other word would make the client look for a direction.
    shiftDirection: "None",
    referenceId,
  };
}

function merged(changes: readonly Change[]): readonly Change[] {
  const left: Change[] = [];
  for (const change of changes) {
    const last = left[left.length - 1];
    const isMore = last?.kind === "cells" && change.kind === "cells" && last.sheet === change.sheet && last.type === change.type;
    if (isMore) left[left.length - 1] = { ...last, area: bounding(last.area, change.area) };
    else left.push(change);
  }
  return left;
}
