// Changes of the book as the events that a page listens to, in the order in which they happened.
import { type Engine } from "./engine/engine";
import { hold } from "./engine/subjects";
import { formatAddress, overlaps } from "./model/area";
import { plainValue, valueType } from "./model/cell";
import { type AreaChange, type CellsChange, type Change, joined } from "./model/change";

/** The client's numbers of the events of sheets and their collection. */
const codes = {
  cells: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  formats: 18,
  rowsSorted: 19,
  columnsSorted: 20,
  rowsHidden: 22,
  renamed: 25,
  shown: 26,
  moved: 27,
} as const satisfies Record<Change["kind"], number>;
const tableChanged = 101;

/** What triggered an event, as `Excel.EventTriggerSource` names it. */
export type Trigger = "ThisLocalAddin" | "Unknown";

/** The events for the page behind this engine, in the form in which they are fired; an Excel that is older than triggers says none. */
export function eventsOf(changes: readonly Change[], engine: Engine, trigger: Trigger | undefined): readonly unknown[] {
  const { listeners, events } = engine.scene;
  if (!events.isEnabled) return [];
  return joined(changes).flatMap((change) => {
    const heard = targetsOf(change).filter(([code, target]) => (listeners.get(`${code}|${target}`) ?? 0) > 0);
    if (heard.length === 0) return [];
    const details = { worksheetId: change.sheet.id, ...detailsOf(change, engine, trigger) };
    return heard.map(([code, target, more]) => [65536, code, target, JSON.stringify({ ...details, ...more }), "", false]);
  });
}

/** Whom a change may be told to: listeners of the book, of the sheet and of the tables that it touches. */
function targetsOf(change: Change): readonly (readonly [code: number, target: string, more?: object])[] {
  const code = codes[change.kind];
  const tables = change.kind === "cells" ? change.sheet.tables.filter((table) => overlaps(table.area, change.area)) : [];
  return [[code, "Workbook"], [code, change.sheet.id], ...tables.map(({ id }) => [tableChanged, id, { tableId: id }] as const)];
}

function detailsOf(change: Change, engine: Engine, trigger: Trigger | undefined): object {
  switch (change.kind) {
    case "selection":
      return { address: formatAddress(change.area) };
    case "calculated":
      return { address: change.areas.map(formatAddress).join(",") };
    case "cells":
      return { source: "Local", ...cellDetails(change, trigger), ...rangeDetails(change, engine) };
    case "formats":
      return { source: "Local", ...rangeDetails(change, engine) };
    case "rowsSorted":
    case "columnsSorted":
      return { source: "Local", address: formatAddress(change.area) };
    case "rowsHidden":
      return { source: "Local", address: formatAddress(change.area), changeType: change.isHidden ? "Hidden" : "Unhidden" };
    case "renamed":
      return { source: "Local", nameBefore: change.before, nameAfter: change.after };
    case "shown":
      return { source: "Local", visibilityBefore: change.before, visibilityAfter: change.after };
    case "moved":
      return { source: "Local", positionBefore: change.before, positionAfter: change.after };
    default:
      return { source: "Local" };
  }
}

function rangeDetails({ sheet, area }: CellsChange | AreaChange, engine: Engine): object {
  return { address: formatAddress(area), referenceId: engine.references.keepForEvent(hold("Range", { sheet, area })) };
}

// Any other word for the direction than None would make the client look for one.
function cellDetails({ sheet, area, type, before, direction }: CellsChange, trigger: Trigger | undefined): object {
  const after = sheet.cells.at(area.top, area.left)?.content ?? "";
  const values =
    before === undefined
      ? {}
      : {
          valueBefore: plainValue(before),
          valueAfter: plainValue(after),
          valueTypeBefore: valueType(before),
          valueTypeAfter: valueType(after),
        };
  const shiftDirection = direction && trigger ? `ShiftCell${direction}` : "None";
  return { changeType: type, shiftDirection, ...values, ...(trigger ? { triggerSource: trigger } : {}) };
}
