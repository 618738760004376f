// A workbook's own part: its tabs in their order, the names defined in it, and whether its structure is locked.
import { WorkbookError } from "../actions/workbook";
import { type Dialect, strict, transitional } from "./dialect";
import { type Slot } from "./layout";
import { relationsOf, relationsPart, relativeTarget, resolveTarget } from "./part-relations";
import { ownTabName } from "./read-package";
import { childrenOf, createLike, type Document, type Element, ensureChild, parseXml, rootOf, writeXml } from "./xml-document";
import { type ZipPackage } from "./zip-package";

const order = [
  ...["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences"],
  ...["definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing"],
  ...["fileRecoveryPr", "webPublishObjects", "extLst"],
];

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

/** A workbook's own part and its relations. */
export class WorkbookPart {
  readonly path: string;
  readonly dialect: Dialect;
  readonly sheets: readonly BookSheet[];
  readonly #document: Document;
  readonly #root: Element;
  readonly #relations: Document;
  readonly #relationsRoot: Element;

  constructor(pack: ZipPackage) {
    const path = relationsOf(pack, "").find((relation) => relation.type === "officeDocument")?.target;
    if (path === undefined) throw new WorkbookError("not-readable", "no workbook part");
    this.path = path;
    this.#document = parseXml(pack.text(path), path);
    this.#root = rootOf(this.#document, "workbook", path);
    this.dialect = this.#root.namespaceURI === strict.main ? strict : transitional;
    const relationsName = pack.find(relationsPart(path)) ?? relationsPart(path);
    this.#relations = parseXml(pack.text(relationsName), relationsName);
    this.#relationsRoot = rootOf(this.#relations, "Relationships", relationsName);
    this.sheets = this.#readSheets(pack);
  }

  /** The tabs in their order, as the layout wants them. */
  slots(): readonly Slot[] {
    return this.sheets.map(({ name, tab }, kept) => ({ name, kept, ...(tab === undefined ? {} : { tab }) }));
  }

  /** @throws WorkbookError `protected` when tabs can be neither added nor removed */
  assertOpen(): void {
    const [protection] = childrenOf(this.#root, "workbookProtection");
    if (protection && ["1", "true", "on"].includes(protection.getAttribute("lockStructure") ?? "")) {
      throw new WorkbookError("protected", "the structure of the workbook");
    }
  }

  /** The part that the workbook refers to in this way, if there is one. */
  related(type: string, pack: ZipPackage): string | undefined {
    return relationsOf(pack, this.path).find((relation) => relation.type === type)?.target;
  }

  /** Refers to a part; the id of the reference. */
  relate(type: string, target: string): string {
    const used = new Set(childrenOf(this.#relationsRoot).map((relation) => relation.getAttribute("Id")));
    let count = 1;
    while (used.has(`rId${count}`)) count++;
    const attributes = { Id: `rId${count}`, Type: `${this.dialect.relationship}/${type}`, Target: relativeTarget(this.path, target) };
    this.#relationsRoot.appendChild(createLike(this.#relationsRoot, "Relationship", attributes));
    return attributes.Id;
  }

  /** Takes a part out of the package, with its relations and the workbook's reference to it. */
  dropPart(pack: ZipPackage, part: string): void {
    pack.drop(part);
    pack.drop(pack.find(relationsPart(part)) ?? relationsPart(part));
    for (const relation of childrenOf(this.#relationsRoot)) {
      const target = resolveTarget(this.path, relation.getAttribute("Target") ?? "");
      const isExternal = relation.getAttribute("TargetMode") === "External";
      if (!isExternal && target.toLowerCase() === part.toLowerCase()) this.#relationsRoot.removeChild(relation);
    }
  }

  /** Puts the tabs in their new order, with the names that belong to them. */
  arrange(tabs: readonly PlacedTab[]): void {
    const list = ensureChild(this.#root, "sheets", order);
    for (const { element } of this.sheets) list.removeChild(element);
    let nextId = Math.max(0, ...this.sheets.map((sheet) => sheet.sheetId)) + 1;
    for (const tab of tabs) {
      const old = tab.kept === undefined ? undefined : this.sheets[tab.kept];
      if (old) list.appendChild(old.element);
      else if (tab.sheet) list.appendChild(this.#newSheet(list, tab.sheet, tab.sheetId ?? nextId++));
    }
    this.#arrangeNames(tabs);
    this.#arrangeViews(tabs);
  }

  /** Puts the workbook's part and its relations back. */
  save(pack: ZipPackage): void {
    pack.put(this.path, [writeXml(this.#document)]);
    const relationsName = pack.find(relationsPart(this.path)) ?? relationsPart(this.path);
    pack.put(relationsName, [writeXml(this.#relations)]);
  }

  #readSheets(pack: ZipPackage): BookSheet[] {
    const targets = new Map(relationsOf(pack, this.path).map((relation) => [relation.id, relation.target]));
    const [list] = childrenOf(this.#root, "sheets");
    const tabs = this.#ownTabs();
    return (list ? childrenOf(list, "sheet") : []).map((element, index) => {
      const tab = tabs.get(index);
      return {
        name: element.getAttribute("name") ?? "",
        sheetId: Number(element.getAttribute("sheetId")),
        isHidden: (element.getAttribute("state") ?? "visible") !== "visible",
        part: targets.get(this.#relationId(element)) ?? "",
        element,
        ...(tab === undefined ? {} : { tab }),
      };
    });
  }

  #ownTabs(): ReadonlyMap<number, string> {
    const [names] = childrenOf(this.#root, "definedNames");
    const found = new Map<number, string>();
    for (const name of names ? childrenOf(names, "definedName") : []) {
      const tab = /^"(.+)"$/.exec((name.textContent ?? "").trim())?.[1];
      if (name.getAttribute("name") === ownTabName && tab !== undefined) found.set(Number(name.getAttribute("localSheetId") ?? -1), tab);
    }
    return found;
  }

  #relationId(element: Element): string {
    return element.getAttributeNS(this.dialect.relationship, "id") ?? "";
  }

  #newSheet(list: Element, sheet: NonNullable<PlacedTab["sheet"]>, sheetId: number): Element {
    const state = sheet.state ? { state: sheet.state } : {};
    const element = createLike(list, "sheet", { name: sheet.name, sheetId: String(sheetId), ...state });
    const prefix = this.#root.lookupPrefix(this.dialect.relationship) ?? "r";
    element.setAttributeNS(this.dialect.relationship, `${prefix}:id`, this.relate("worksheet", sheet.part));
    return element;
  }

  // Sheet-bound names count tabs by position, so every one of them moves when a tab before it goes.
  #arrangeNames(tabs: readonly PlacedTab[]): void {
    const list = ensureChild(this.#root, "definedNames", order);
    const places = new Map(tabs.flatMap((tab, place) => (tab.kept === undefined ? [] : [[tab.kept, place] as const])));
    for (const name of childrenOf(list, "definedName")) {
      const bound = name.getAttribute("localSheetId");
      if (bound === null) continue;
      const place = places.get(Number(bound));
      if (place === undefined) list.removeChild(name);
      else name.setAttribute("localSheetId", String(place));
    }
    tabs.forEach((tab, place) => {
      for (const { name, refersTo, isHidden } of tab.sheet?.names ?? []) {
        const element = createLike(list, "definedName", { name, localSheetId: String(place), ...(isHidden ? { hidden: "1" } : {}) });
        element.appendChild(this.#document.createTextNode(refersTo));
        list.appendChild(element);
      }
    });
    if (childrenOf(list).length === 0) this.#root.removeChild(list);
  }

  #arrangeViews(tabs: readonly PlacedTab[]): void {
    const isVisible = ({ kept, sheet }: PlacedTab): boolean =>
      kept === undefined ? sheet?.state === undefined : this.sheets[kept]?.isHidden === false;
    const first = tabs.findIndex(isVisible);
    if (first < 0) throw new WorkbookError("not-writable", "no visible sheet would be left");
    const [views] = childrenOf(this.#root, "bookViews");
    for (const view of views ? childrenOf(views, "workbookView") : []) {
      for (const attribute of ["activeTab", "firstSheet"]) {
        const before = view.getAttribute(attribute);
        if (before === null && attribute === "firstSheet") continue;
        const place = tabs.findIndex(
          (tab) => tab.kept === Number(before ?? 0) || (tab.kept === undefined && tab.sheetId === this.#idAt(before)),
        );
        const tab = tabs[place];
        view.setAttribute(attribute, String(tab && isVisible(tab) ? place : first));
      }
    }
  }

  #idAt(place: string | null): number | undefined {
    return this.sheets[Number(place ?? 0)]?.sheetId;
  }
}
