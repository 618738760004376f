// The names and views of a workbook, which count its tabs by position and follow them to new places.
import { WorkbookError } from "../../actions/workbook";
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import { childrenOf, createLike, type Document, type Element } from "./xml-document";

/** A tab as the workbook lists it. */
export interface BookSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly isHidden: boolean;
  /** The part that holds it. */
  readonly part: string;
  readonly tab?: string;
  readonly element: Element;
}

/** A name that a tab of ours brings along. */
export interface TabName {
  readonly name: string;
  readonly refersTo: string;
  readonly isHidden?: boolean;
  /** Whether every sheet knows it. */
  readonly isOfBook?: boolean;
}

/** A tab in its new place: one of the book's, or one of ours with its part. */
export interface PlacedTab {
  readonly kept?: number;
  readonly sheet?: {
    readonly name: string;
    readonly part: string;
    readonly state?: "hidden" | "veryHidden";
    readonly names: readonly TabName[];
  };
  /** The id in the book of the tab that this one replaces. */
  readonly sheetId?: number;
}

/** The ids of tabs of ours by their positions, from our marks among the defined names. */
export function ownTabs(list: Element): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const name of childrenOf(list, "definedName")) {
    const tab = /^"(.+)"$/.exec((name.textContent ?? "").trim())?.[1];
    if (name.getAttribute("name") === ownTabName && tab !== undefined) found.set(Number(name.getAttribute("localSheetId") ?? -1), tab);
  }
  return found;
}

/** Moves names that are bound to tabs along with them, drops those of tabs that go, and adds those of tabs of ours. */
export function arrangeNames(list: Element, tabs: readonly PlacedTab[]): void {
  const places = new Map(tabs.flatMap((tab, place) => (tab.kept === undefined ? [] : [[tab.kept, place] as const])));
  for (const name of childrenOf(list, "definedName")) {
    const bound = name.getAttribute("localSheetId");
    if (bound === null) continue;
    const place = places.get(Number(bound));
    if (place === undefined) list.removeChild(name);
    else name.setAttribute("localSheetId", String(place));
  }
  tabs.forEach((tab, place) => tab.sheet?.names.forEach((name) => addName(list, name, place)));
  if (childrenOf(list).length === 0) list.parentNode?.removeChild(list);
}

function addName(list: Element, { name, refersTo, isHidden, isOfBook }: TabName, place: number): void {
  const scope = isOfBook ? {} : { localSheetId: String(place) };
  const element = createLike(list, "definedName", { name, ...scope, ...(isHidden ? { hidden: "1" } : {}) });
  element.appendChild((list.ownerDocument as Document).createTextNode(refersTo));
  list.appendChild(element);
}

/**
 * Lets the book open at the tab it was left at; when that one goes or is hidden, at the first visible one.
 * @throws WorkbookError `not-writable` when no visible tab would be left
 */
export function arrangeViews(views: readonly Element[], sheets: readonly BookSheet[], tabs: readonly PlacedTab[]): void {
  const isVisible = ({ kept, sheet }: PlacedTab): boolean =>
    kept === undefined ? sheet?.state === undefined : sheets[kept]?.isHidden === false;
  const first = tabs.findIndex(isVisible);
  if (first < 0) throw new WorkbookError("not-writable", "", { why: "no-visible-sheet" });
  for (const view of views) {
    for (const attribute of ["activeTab", "firstSheet"]) {
      const before = view.getAttribute(attribute);
      if (before === null && attribute === "firstSheet") continue;
      const old = Number(before ?? 0);
      const id = sheets[old]?.sheetId;
      const place = tabs.findIndex((tab) => tab.kept === old || (tab.kept === undefined && id !== undefined && tab.sheetId === id));
      const tab = tabs[place];
      view.setAttribute(attribute, String(tab && isVisible(tab) ? place : first));
    }
  }
}
