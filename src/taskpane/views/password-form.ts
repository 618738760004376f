// Asking for the password of files.
import { html, type TemplateResult } from "lit";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";

/** What is asked, what is done with the answer, and what stands below. */
export interface PasswordQuestion {
  readonly text: string;
  readonly answer: (password: string) => void;
  readonly below: TemplateResult;
}

/** The form; the field is emptied at once, so that no password stays in the page. */
export function passwordForm({ say }: Scene, { text, answer, below }: PasswordQuestion): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLElement).querySelector("fluent-text-field") as HTMLInputElement | null;
    const password = field?.value ?? "";
    if (!field || password === "") return;
    field.value = "";
    answer(password);
  };
  return html`
    <form class="card" @submit=${submit}>
      <p class="fact">${icon("lock")}${text}</p>
      <fluent-text-field class="wide" type="password" autocomplete="off" autofocus>${say("open.password.label")}</fluent-text-field>
      <fluent-button class="wide" type="submit" appearance="accent">${say("open.password.go")}</fluent-button>
      ${below}
    </form>
  `;
}
