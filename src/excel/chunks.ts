// Cuts work into pieces that Excel takes at once: Excel on the web refuses requests and answers above 5 MB, and addresses above 8,192 characters.
import { type Area, areaAddress, cellAddress } from "../sheets/grid";

/** About how much one request carries: well below 5 MB, and no more than the pane puts together in a moment. */
export const requestBytes = 1_600_000;

/** Excel cuts longer addresses short or refuses them. */
const addressLength = 8000;

/** The address of an area as people write it: one cell has no colon. */
export function shortAddress(area: Area): string {
  return area.top === area.bottom && area.left === area.right ? cellAddress(area.top, area.left) : areaAddress(area);
}

/**
 * The addresses joined by commas, in as few texts as Excel's limit allows.
 * @example addressLists(["A1", "B2:B5"]) // ["A1,B2:B5"]
 */
export function addressLists(addresses: readonly string[], limit = addressLength): readonly string[] {
  const lists: string[] = [];
  let list = "";
  for (const address of addresses) {
    if (list !== "" && list.length + 1 + address.length > limit) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? address : `${list},${address}`;
  }
  return list === "" ? lists : [...lists, list];
}

/** The items in groups of at most this weight, in the same order; an item that is heavier alone stands alone. */
export function packed<T>(items: readonly T[], weigh: (item: T) => number, limit: number): readonly (readonly T[])[] {
  return [...packedLazily(items, weigh, limit)];
}

/** The same, each group as soon as it is full. */
export function* packedLazily<T>(items: Iterable<T>, weigh: (item: T) => number, limit: number): Generator<readonly T[]> {
  let group: T[] = [];
  let total = 0;
  for (const item of items) {
    const weight = weigh(item);
    if (group.length > 0 && total + weight > limit) {
      yield group;
      group = [];
      total = 0;
    }
    group.push(item);
    total += weight;
  }
  if (group.length > 0) yield group;
}

/** The rows in blocks of at most this many bytes; `weigh` gives a row's bytes. */
export function rowBlocks<T>(
  rows: readonly T[],
  weigh: (row: T) => number,
  limit: number,
): readonly { readonly top: number; readonly rows: readonly T[]; readonly bytes: number }[] {
  let top = 0;
  return packed(rows, weigh, limit).map((block) => {
    const start = top;
    top += block.length;
    return { top: start, rows: block, bytes: block.reduce((total, row) => total + weigh(row), 0) };
  });
}

/** The bytes that a value takes in a request, where the batch is a text within a text and every quote is escaped. */
export function valueBytes(value: string | number | boolean | null): number {
  if (typeof value !== "string") return 12;
  let bytes = 6;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    bytes += code < 0x20 || code === 0x22 || code === 0x5c ? 4 : code < 0x80 ? 1 : 3;
  }
  return bytes;
}
