// Correcting one sheet: the choices on the way, and the book that remembers them.
import type { FieldId } from "../../domain/record/field";
import { type Draft, draftOf, withField, withSheet, withUse } from "./correct-draft";
import type { SheetUse } from "../engine/sheet-to-correct";
import type { EnginePort } from "../engine/start-engine";
import type { Screen } from "../shell/screen";

/** The correction that is on show. */
export class Correcting {
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
  ) {}

  /** Lays a sheet open. */
  async open(name: string): Promise<void> {
    this.screen.go({ kind: "correct", draft: draftOf(await this.engine.sheetToCorrect(name)) });
  }

  setUse(use: SheetUse): void {
    this.#change((draft) => withUse(draft, use));
  }

  setField(column: number, field: FieldId | undefined): void {
    this.#change((draft) => withField(draft, column, field));
  }

  /** Reads the sheet under another heading row. */
  setHeaderRow(row: number): Promise<void> {
    this.#reading = this.#readUnder(row);
    return this.#reading;
  }

  /** What has been chosen, once a new heading row has been read; undefined when no sheet lies open. */
  async chosen(): Promise<Draft | undefined> {
    await this.#reading.catch(() => undefined);
    const { view } = this.screen;
    return view.kind === "correct" ? view.draft : undefined;
  }

  /** Makes the book remember the choices. */
  save({ sheet, use, headerRow, fields }: Draft): Promise<void> {
    return this.engine.correct(sheet.name, { use, headerRow, fields });
  }

  /** Makes the book forget what was said about a sheet. */
  drop({ sheet }: Draft): Promise<void> {
    return this.engine.correct(sheet.name);
  }

  async #readUnder(row: number): Promise<void> {
    const { view } = this.screen;
    if (view.kind !== "correct") return;
    const sheet = await this.engine.sheetToCorrect(view.draft.sheet.name, row);
    this.#change((draft) => withSheet(draft, sheet));
  }

  #change(change: (draft: Draft) => Draft): void {
    const { view } = this.screen;
    if (view.kind === "correct") this.screen.go({ kind: "correct", draft: change(view.draft) });
  }
}
