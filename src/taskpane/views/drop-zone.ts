// A place to drop files on, with a button for those who would rather choose them.
import { html, nothing, type TemplateResult } from "lit";
import { acceptedKinds } from "../jobs/handed-files";
import { icon } from "../shell/icons";

/** What a drop zone says and does. */
export interface DropZone {
  readonly text: string;
  readonly or: string;
  readonly choose: string;
  readonly kinds?: string;
  /** What the file dialog offers; workbooks, unless told otherwise. */
  readonly accept?: string;
  readonly isMultiple: boolean;
  /** Whether something else is the next step by now. */
  readonly isSecond?: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** The zone. */
export function dropZone({
  text,
  or,
  choose,
  kinds,
  accept = acceptedKinds,
  isMultiple,
  isSecond = false,
  take,
}: DropZone): TemplateResult {
  return html`
    <div
      class="drop"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        light(event, true);
      }}
      @dragleave=${(event: DragEvent) => light(event, false)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        light(event, false);
        take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      ${icon("collect")}
      <p>${text}</p>
      <p class="fine ms-fontSize-12">${or}</p>
      <label class=${isSecond ? "pick pick-second" : "pick"}>
        <span>${choose}</span>
        <input
          type="file"
          accept=${accept}
          ?multiple=${isMultiple}
          @change=${(event: Event) => {
            const input = event.currentTarget as HTMLInputElement;
            take([...(input.files ?? [])]);
            // So that the same file can be chosen again after it was mended.
            input.value = "";
          }}
        />
      </label>
      ${kinds === undefined ? nothing : html`<p class="fine ms-fontSize-12">${kinds}</p>`}
    </div>
  `;
}

function light(event: DragEvent, isOver: boolean): void {
  (event.currentTarget as HTMLElement).classList.toggle("drop-over", isOver);
}
