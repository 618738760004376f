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
  return merged(changes).flatMap((change) => {
    const heard = targetsOf(change).filter(([code, target]) => (listeners.get(`${code}|${target}`) ?? 0) > 0);
    if (heard.length === 0) return [];
    const details = change.kind === "cells" ? cellDetails(change, engine) : plainDetails(change);
    return heard.map(([code, target, more]) => [65536, code, target, JSON.stringify({ ...details, ...more }), "", false]);
  });
}

/** Whom a change may be told to: listeners of the book, of the sheet and of the tables that it touches. */
function targetsOf(change: Change): readonly (readonly [code: number, target: string, more?: object])[] {
  const code = codes[change.kind];
  const tables = change.kind === "cells" ? change.sheet.tables.filter((table) => overlaps(table.area, change.area)) : [];
  return [[code, "Workbook"], [code, change.sheet.id], ...tables.map(({ id }) => [tableChanged, id, { tableId: id }] as const)];
}

function plainDetails(change: Exclude<Change, CellsChange>): object {
  if (change.kind === "selection") return { worksheetId: change.sheet.id, address: formatAddress(change.area) };
  return { worksheetId: change.sheet.id, source: "Local" };
}

function cellDetails(change: CellsChange, engine: Engine): object {
  const referenceId = engine.references.keepForEvent(hold("Range", { sheet: change.sheet, area: change.area }));
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
