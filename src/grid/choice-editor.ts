// The editor of columns with drop-down lists: a line to type into, and below it what the cell's list offers.
import type { ColumnDataSchemaModel, EditCell, EditorBase, HyperFunc, VNode } from "@revolist/revogrid";

/** What an editor is given by the grid. */
export interface EditorCalls {
  readonly save: (text: string, isNextKept?: boolean) => void;
  readonly close: () => void;
}

/** The editor of one cell. */
export class ChoiceEditor implements EditorBase {
  element: Element | null = null;
  editCell?: EditCell;
  #input: HTMLInputElement | undefined;
  #marked = -1;

  constructor(
    private readonly choices: readonly string[],
    private readonly calls: EditorCalls,
  ) {}

  componentDidRender(): void {
    // The grid takes the focus while it draws.
    setTimeout(() => this.#input?.focus());
  }

  beforeDisconnect(): void {
    this.#input?.blur();
  }

  getValue(): string {
    return this.#input?.value ?? "";
  }

  render(draw: HyperFunc<VNode>): VNode[] {
    const value = this.editCell?.val as unknown;
    const line = draw("input", {
      type: "text",
      value: typeof value === "string" ? value : "",
      ref: (element: HTMLInputElement) => {
        this.#input = element;
      },
      onKeyDown: (event: KeyboardEvent) => this.#key(event),
    });
    if (this.choices.length === 0) return [line];
    const options = this.choices.map((choice) =>
      draw(
        "li",
        {
          role: "option",
          class: "choice",
          // Before the line loses the focus, which would close the editor.
          onMouseDown: (event: MouseEvent) => {
            event.preventDefault();
            this.calls.save(choice);
          },
        },
        choice,
      ),
    );
    return [line, draw("ul", { role: "listbox", class: "choices" }, options)];
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === "Tab") {
      this.beforeDisconnect();
      this.calls.save(this.getValue(), event.key === "Tab");
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || this.choices.length === 0 || !this.#input) return;
    event.preventDefault();
    event.stopPropagation();
    this.#marked = (this.#marked + step + this.choices.length) % this.choices.length;
    this.#input.value = this.choices[this.#marked] ?? "";
  }
}

/** Makes the editors of a column; `choicesFor` says what the cell of a row offers. */
export function choiceEditors(choicesFor: (model: unknown) => readonly string[]) {
  return (data: ColumnDataSchemaModel, save: EditorCalls["save"], close: EditorCalls["close"]): EditorBase =>
    new ChoiceEditor(choicesFor(data.model), { save, close });
}
