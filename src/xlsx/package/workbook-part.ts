// A workbook's own part: its tabs in their order, the names defined in it, and whether its structure is locked.
import { WorkbookError } from "../../actions/workbook";
import { type Dialect, strict, transitional } from "./dialect";
import { type Slot } from "../../sheets/writing/tab-layout/layout";
import { arrangeNames, arrangeViews, type BookSheet, ownTabs, type PlacedTab } from "./placed-tabs";
import { relationsOf, relationsPart, relativeTarget, resolveTarget } from "./part-relations";
import { childrenOf, createLike, type Document, type Element, ensureChild, parseXml, rootOf, writeXml } from "./xml-document";
import { type ZipPackage } from "./zip-package";

const order = [
  ...["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences"],
  ...["definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing"],
  ...["fileRecoveryPr", "webPublishObjects", "extLst"],
];

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** A workbook's own part and its relations. */
export class WorkbookPart {
  readonly path: string;
  readonly dialect: Dialect;
  readonly sheets: readonly BookSheet[];
  /** Whether days are counted from 1904. */
  readonly date1904: boolean;
  readonly #isSigned: boolean;
  readonly #document: Document;
  readonly #root: Element;
  readonly #relations: Document;
  readonly #relationsRoot: Element;

  constructor(pack: ZipPackage) {
    const path = relationsOf(pack, "").find((relation) => relation.type === "officeDocument")?.target;
    if (path === undefined) throw new WorkbookError("not-readable", "", { why: "no-workbook" });
    this.path = path;
    this.#document = parseXml(pack.text(path), path);
    this.#root = rootOf(this.#document, "workbook", path);
    this.dialect = this.#root.namespaceURI === strict.main ? strict : transitional;
    const relationsName = pack.find(relationsPart(path)) ?? relationsPart(path);
    this.#relations = parseXml(pack.text(relationsName), relationsName);
    this.#relationsRoot = rootOf(this.#relations, "Relationships", relationsName);
    this.sheets = this.#readSheets(pack);
    this.date1904 = childrenOf(this.#root, "workbookPr").some((settings) => isTrue(settings.getAttribute("date1904")));
    this.#isSigned = relationsOf(pack, "").some((relation) => relation.type === "origin");
  }

  /** The tabs in their order, as the layout wants them. */
  slots(): readonly Slot[] {
    return this.sheets.map(({ name, tab }, kept) => ({ name, kept, ...(tab === undefined ? {} : { tab }) }));
  }

  /** @throws WorkbookError `protected` when tabs can be neither added nor removed */
  assertOpen(): void {
    const protections = childrenOf(this.#root, "workbookProtection");
    if (protections.some((protection) => isTrue(protection.getAttribute("lockStructure")))) {
      throw new WorkbookError("protected", "", { why: "structure" });
    }
    if (this.#isSigned) throw new WorkbookError("protected", "", { why: "signature" });
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
    const isReplacing = tabs.filter((tab) => tab.kept !== undefined).length < this.sheets.length;
    // Formulas in the user's tabs may count cells of ours; Excel works them out again on opening.
    if (isReplacing) ensureChild(this.#root, "calcPr", order).setAttribute("fullCalcOnLoad", "1");
    const list = ensureChild(this.#root, "sheets", order);
    for (const { element } of this.sheets) list.removeChild(element);
    let nextId = Math.max(0, ...this.sheets.map((sheet) => sheet.sheetId)) + 1;
    for (const tab of tabs) {
      const old = tab.kept === undefined ? undefined : this.sheets[tab.kept];
      if (old) list.appendChild(old.element);
      else if (tab.sheet) list.appendChild(this.#newSheet(list, tab.sheet, tab.sheetId ?? nextId++));
    }
    arrangeNames(ensureChild(this.#root, "definedNames", order), tabs);
    const [views] = childrenOf(this.#root, "bookViews");
    arrangeViews(views ? childrenOf(views, "workbookView") : [], this.sheets, tabs);
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
    const [names] = childrenOf(this.#root, "definedNames");
    const tabs = names ? ownTabs(names) : new Map<number, string>();
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
}
