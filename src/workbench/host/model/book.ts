// The book that the host keeps open: sheets, names, settings, the active sheet, the selection, and what changed since anyone was told.
import { type Area } from "../../../sheets/grid";
import { type Shift, shiftArea } from "./area";
import { Calculation } from "./calculation";
import { type Change, mayCalculate, shiftWords } from "./change";
import { accessDenied, invalidArgument, invalidOperation, itemAlreadyExists } from "./errors";
import { type Anchor, type Name, type NamedSheets } from "./name";
import { builtInStyles, type NamedStyle } from "./named-styles";
import { Settings } from "./settings";
import { Sheet } from "./sheet";
import { redirectSheet, shiftReferences } from "./sheet-references";
import { assertSheetName } from "./sheet-name";

/** An open workbook. */
export class Book implements NamedSheets {
  readonly sheets: Sheet[] = [];
  names: Name[] = [];
  /** When the host opened it. */
  readonly opened = new Date();
  readonly settings = new Settings();
  styles: NamedStyle[] = builtInStyles();
  /** Document properties, and those that programs added. */
  readonly properties = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  /** XML that programs keep in the book, by id. */
  readonly xmlParts = new Map<string, string>();
  readonly bindings = new Map<string, { readonly type: string; readonly target: Anchor }>();
  /** Workbooks that were opened in windows of their own, as base64 text (Excel.createWorkbook). */
  readonly openedWorkbooks: string[] = [];
  readonly anchors = new Set<Anchor>();
  calculationMode = "Automatic";
  isStructureProtected = false;
  structurePassword = "";
  isReadOnly = false;
  selection: { readonly sheet: Sheet; readonly area: Area };
  #active: Sheet;
  #next = 1;
  #changes: Change[] = [];
  #isStale = false;

  constructor(
    public name = "Book1.xlsx",
    firstSheet = "Sheet1",
  ) {
    this.#active = this.#newSheet(firstSheet);
    this.sheets.push(this.#active);
    this.selection = { sheet: this.#active, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  /** A number that no other object of this book has. */
  nextNumber(): number {
    return this.#next++;
  }

  get active(): Sheet {
    return this.#active;
  }

  /** The sheet with this name, whatever the case, or this id. */
  sheet(key: string): Sheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted);
  }

  #newSheet(name: string): Sheet {
    return new Sheet(`{00000000-0001-0000-${String(this.#next++).padStart(4, "0")}-000000000000}`, name);
  }

  /** Adds a sheet at the end; without a name it gets the next free `SheetN`. */
  addSheet(name?: string): Sheet {
    this.assertStructure("a sheet is added");
    let free = this.sheets.length + 1;
    while (name === undefined && this.sheet(`Sheet${free}`)) free++;
    const wanted = name ?? `Sheet${free}`;
    assertSheetName(wanted);
    if (this.sheet(wanted)) throw itemAlreadyExists();
    const sheet = this.#newSheet(wanted);
    this.sheets.push(sheet);
    this.note({ kind: "added", sheet });
    return sheet;
  }

  /** Gives a sheet another name. */
  renameSheet(sheet: Sheet, name: string): void {
    this.assertStructure("a sheet is renamed");
    assertSheetName(name);
    const other = this.sheet(name);
    if (other && other !== sheet) throw itemAlreadyExists();
    const before = sheet.name;
    if (before === name) return;
    sheet.name = name;
    redirectSheet(this, before, name);
    this.note({ kind: "renamed", sheet, before, after: name });
  }

  /** Puts a sheet at another place among the tabs. */
  moveSheet(sheet: Sheet, position: number): void {
    this.assertStructure("a sheet is moved");
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) throw invalidArgument("position");
    const before = this.sheets.indexOf(sheet);
    if (before === position) return;
    this.sheets.splice(before, 1);
    this.sheets.splice(position, 0, sheet);
    this.note({ kind: "moved", sheet, before, after: position });
  }

  /** Removes a sheet. Very hidden sheets and the last visible one stay (Worksheet.delete). */
  deleteSheet(sheet: Sheet): void {
    this.assertStructure("a sheet is deleted");
    if (sheet.visibility === "VeryHidden") throw invalidOperation("a very hidden sheet is deleted");
    this.#assertOthersVisible(sheet);
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    sheet.isDeleted = true;
    this.names = this.names.filter((name) => name.sheet !== sheet);
    redirectSheet(this, sheet.name, undefined);
    this.note({ kind: "deleted", sheet });
    if (this.#active === sheet) this.activate(this.#neighbour(position));
  }

  /** Shows or hides a sheet; one visible sheet must be left. */
  setVisibility(sheet: Sheet, visibility: Sheet["visibility"]): void {
    this.assertStructure("a sheet is hidden or shown");
    if (visibility !== "Visible") this.#assertOthersVisible(sheet);
    const before = sheet.visibility;
    if (before === visibility) return;
    sheet.visibility = visibility;
    this.note({ kind: "shown", sheet, before, after: visibility });
    if (visibility !== "Visible" && this.#active === sheet) this.activate(this.#neighbour(this.sheets.indexOf(sheet)));
  }

  #assertOthersVisible(sheet: Sheet): void {
    if (!this.sheets.some((other) => other !== sheet && other.visibility === "Visible"))
      throw invalidOperation("the last visible sheet would go");
  }

  #neighbour(position: number): Sheet {
    const visible = this.sheets.filter((sheet) => sheet.visibility === "Visible");
    return visible.find((sheet) => this.sheets.indexOf(sheet) >= position) ?? visible[visible.length - 1] ?? this.#active;
  }

  /** Brings a sheet to the front. */
  activate(sheet: Sheet): void {
    if (sheet === this.#active) return;
    if (sheet.visibility !== "Visible") throw invalidOperation("a hidden sheet is activated");
    this.note({ kind: "deactivated", sheet: this.#active });
    this.#active = sheet;
    this.selection = { sheet, area: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.note({ kind: "activated", sheet });
  }

  /** Selects cells and brings their sheet to the front. */
  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.selection = { sheet, area };
    this.note({ kind: "selection", sheet, area });
  }

  /** Pushes cells of a sheet away or pulls them in; all that points there follows. */
  shift(sheet: Sheet, shift: Shift): void {
    sheet.shift(shift);
    const anchors = this.names.map((name) => name.target).filter((target) => typeof target !== "string");
    for (const anchor of new Set([...anchors, ...this.anchors])) {
      if (anchor.sheet === sheet && anchor.area) anchor.area = shiftArea(anchor.area, shift);
    }
    shiftReferences(this, sheet, shift);
    this.note({ kind: "cells", sheet, area: shift.area, ...shiftWords(shift) });
  }

  /** Excel's structure protection keeps tabs from being added, removed, renamed and moved. */
  assertStructure(what: string): void {
    if (this.isReadOnly || this.isStructureProtected) throw accessDenied(`the workbook's structure is protected: ${what}`);
  }

  /** Remembers a change for the listeners. */
  note(change: Change): void {
    // Styles have a cell of their own, of which nobody hears.
    if (change.kind === "formats" && !this.sheets.includes(change.sheet)) return;
    this.#changes.push(change);
    if (mayCalculate(change)) this.#isStale = true;
  }

  /** Lets all formulas be calculated before somebody reads them. */
  invalidate(): void {
    this.#isStale = true;
  }

  /** Calculates what may have changed; where calculation is manual only formulas without a value, unless somebody asks for all. */
  calculate(isAsked = false): void {
    if (!this.#isStale && !isAsked) return;
    this.#isStale = false;
    const calculation = new Calculation(this, isAsked || this.calculationMode !== "Manual");
    calculation.run();
    for (const [sheet, areas] of calculation.changed) this.note({ kind: "calculated", sheet, areas });
  }

  /** The changes since the last time, formulas calculated, and forgets them. */
  takeChanges(): readonly Change[] {
    this.calculate();
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }
}
