// Starting a pane in the page, whatever it stands on.
import { render } from "lit";
import type { Language } from "../../i18n/index";
import { paneVoice } from "../../i18n/pane";
import { startEngine } from "../engine/start-engine";
import { registerControls } from "./fluent";
import type { PaneHost } from "./host";
import { Pane } from "./pane";
import { startingView } from "./pane-view";
import { keepTabOrder } from "./tab-key";
import "../taskpane.scss";

/** The element that the pane is drawn into. */
export function paneRoot(): HTMLElement {
  const root = document.getElementById("pane");
  if (!root) throw new RangeError("the page has no place for the pane");
  return root;
}

/** Makes the page ready for whatever is drawn, in the colours of what is around it; from here on it speaks for itself (see old-webview.ts). */
export function preparePage(language: Language, isDark: boolean): void {
  document.documentElement.lang = language;
  document.documentElement.dataset["pane"] = "started";
  if (isDark) document.documentElement.dataset["theme"] = "dark";
  registerControls(paneRoot(), isDark);
  keepTabOrder(document);
}

/** Starts the pane over a host; the page must be ready. */
export async function startPane(language: Language, host: PaneHost | Promise<PaneHost>): Promise<void> {
  const place = document.createElement("div");
  render(startingView(paneVoice(language)), place);
  paneRoot().replaceChildren(place);
  // The engine starts while Excel is asked for its book.
  const [ready, engine] = await Promise.all([host, startEngine()]);
  paneRoot().replaceChildren();
  await new Pane(paneRoot(), ready, engine).start();
}
