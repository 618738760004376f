// Bindings below the object model: what the client is told of one when it asks for it by its id, and the events of bound cells.
import { intersection } from "./model/area";
import { cellsOf } from "./members/ranges";
import { type Book } from "./model/book";
import { type Change } from "./model/change";
import { type Anchor } from "./model/name";

/** The client's numbers of the types of bindings. */
const types: Readonly<Record<string, number>> = { Table: 1, Text: 2, Range: 3 };

interface Bound {
  readonly type: string;
  readonly target: Anchor;
}

/** A binding as the client wants it described; undefined when there is none of this id. */
export function describedBinding({ bindings }: Book, id: string): object | undefined {
  const found = bindings.get(id);
  return found && described(id, found);
}

function described(Name: string, { type, target }: Bound): object {
  const { top, left, bottom, right } = cellsOf(target);
  const HasHeaders = type === "Table";
  return { Name, BindingType: types[type], RowCount: bottom - top + 1 - Number(HasHeaders), ColCount: right - left + 1, HasHeaders };
}

/** The events that these changes are to bound cells, by the names under which the client has registered for them. */
export function bindingEvents({ bindings }: Book, changes: readonly Change[]): readonly (readonly [name: string, data: object])[] {
  return [...bindings].flatMap(([id, bound]) => {
    const area = cellsOf(bound.target);
    const touched = changes.flatMap((change) => {
      if ((change.kind !== "cells" && change.kind !== "selection") || change.sheet !== bound.target.sheet) return [];
      const common = intersection(change.area, area);
      return common ? [{ kind: change.kind, common }] : [];
    });
    const ddaBinding = described(id, bound);
    const isChanged = touched.some(({ kind }) => kind === "cells");
    const selected = touched.filter(({ kind }) => kind === "selection").pop()?.common;
    return [
      ...(isChanged ? [[`${id}_bindingDataChanged`, { ddaBinding }] as const] : []),
      ...(selected ? [[`${id}_bindingSelectionChanged`, { ddaBinding, subset: within(selected, area) }] as const] : []),
    ];
  });
}

function within(part: ReturnType<typeof cellsOf>, { top, left }: ReturnType<typeof cellsOf>): object {
  const [startRow, startColumn] = [part.top - top, part.left - left];
  return { startRow, startColumn, rowCount: part.bottom - part.top + 1, columnCount: part.right - part.left + 1 };
}
