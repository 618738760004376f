// What went out at other times, line by line as 拆分清单 said it then, so that it is the log of everything that was sent.
import { type Day, dayFromIso } from "../../domain/values/day";
import type { Grid } from "../grid";
import { asWritten, ownTable } from "../reading/own-table";
import { settingMoney } from "../reading/read-settings";
import type { CellOut } from "../writing/spec";
import { codeHeading, columnsOf, dayHeading, fileHeading, versionHeading } from "./split-columns";

/** One time that lists were made. */
export interface Edition {
  readonly on: Day;
  readonly version: number;
}

/** Whether lists were made before others: on an earlier day, or as an earlier version of the same. */
export const isEarlier = (one: Edition, { on, version }: Edition): boolean => one.on < on || (one.on === on && one.version < version);

/** One file that went to a school. */
export interface EarlierDispatch extends Edition {
  readonly school: string;
  /** Everything that its line says, by heading. */
  readonly cells: ReadonlyMap<string, CellOut>;
}

const columns = columnsOf(true);
const headings = columns.map(({ heading }) => heading);
const schoolHeading = headings[1] ?? "";

/** Every file that 拆分清单 knows of, as its lines stand there. */
export function dispatchesIn(grids: readonly Grid[]): readonly EarlierDispatch[] {
  const table = ownTable(grids, "split-list", headings);
  return (table?.rows ?? []).flatMap((row): EarlierDispatch[] => {
    const version = Number(/^v(\d+)$/.exec(table?.text(row, versionHeading) ?? "")?.[1] ?? 0);
    const on = dayFromIso(table?.text(row, dayHeading) ?? "");
    const isFile = (table?.text(row, fileHeading) ?? "").endsWith(".xlsx") && table?.text(row, codeHeading) !== "";
    if (!table || version === 0 || !on || !isFile) return [];
    const cells = new Map(
      columns.map(({ heading, style }): [string, CellOut] => {
        const value = row[table.columnOf(heading)];
        const money = style === "cellMoney" ? settingMoney(value) : undefined;
        return [heading, money === undefined ? asWritten(value) : { fen: money }];
      }),
    );
    return [{ school: table.text(row, schoolHeading), version, on, cells }];
  });
}

/** What went out at other times than this one, whatever their days; the last first. */
export function dispatchesBeside(grids: readonly Grid[], edition: Edition): readonly EarlierDispatch[] {
  return dispatchesIn(grids)
    .filter(({ on, version }) => on !== edition.on || version !== edition.version)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.version - a.version));
}
