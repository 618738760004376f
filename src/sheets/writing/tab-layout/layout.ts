// The order of a book's tabs while ours are put in, replaced and removed; nothing is written here.
import { type SheetSpec } from "../spec";
import { type FileSheet } from "./cell-style";
import { listTab, listTabOf } from "./list-tabs";
import { uniqueSheetName } from "./sheet-names";

/** One tab of a book: one that stays as it is, or one of ours that is to be written. */
export interface Slot {
  readonly name: string;
  /** The id when the tab is ours. */
  readonly tab?: string;
  /** The position in the book as it was read, for a tab that stays. */
  readonly kept?: number;
  /** What to write, for a tab that is new or replaced. */
  readonly spec?: FileSheet;
}

/** A book's tabs with ours in place, and the names that ours got, in the order given. */
export interface Placement {
  readonly slots: readonly Slot[];
  readonly names: readonly string[];
}

// A person may have copied a tab of ours in Excel; the copy carries our mark but is theirs. Excel names copies "名称 (2)".
function ownSlot(slots: readonly Slot[], tab: string, wanted = ""): Slot | undefined {
  const own = tab === "" ? [] : slots.filter((slot) => slot.tab === tab);
  const shortest = Math.min(...own.map((slot) => slot.name.length));
  return own.find((slot) => slot.name === wanted) ?? own.find((slot) => slot.name.length === shortest);
}

/** The tabs with ours put in: each replaces the tab with its id where it stands, or is added at the end. */
export function placeTabs(slots: readonly Slot[], tabs: readonly SheetSpec[]): Placement {
  const placed = [...slots];
  const names = tabs.map((spec) => {
    const name = placeOne(placed, spec);
    const lists = listTab(spec);
    if (lists) placeOne(placed, lists);
    else dropOne(placed, listTabOf(spec.tab));
    return name;
  });
  return { slots: placed, names };
}

/** The tabs without ours that have these ids. */
export function removeTabs(slots: readonly Slot[], ids: readonly string[]): readonly Slot[] {
  const left = [...slots];
  for (const id of ids) {
    dropOne(left, id);
    dropOne(left, listTabOf(id));
  }
  return left;
}

function placeOne(slots: Slot[], spec: SheetSpec): string {
  const old = ownSlot(slots, spec.tab, spec.name);
  const others = slots.filter((slot) => slot !== old).map((slot) => slot.name);
  const slot: Slot = { name: uniqueSheetName(spec.name, others), tab: spec.tab, spec };
  if (old) slots[slots.indexOf(old)] = slot;
  else slots.push(slot);
  return slot.name;
}

function dropOne(slots: Slot[], tab: string): void {
  const old = ownSlot(slots, tab);
  if (old) slots.splice(slots.indexOf(old), 1);
}
