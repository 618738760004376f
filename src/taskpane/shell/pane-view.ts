// Which view is on show, with what stands around every view: the head, one line of news, and where the data stays.
import { html, nothing, type TemplateResult } from "lit";
import type { Say } from "../../i18n/pane";
import { collectView } from "../views/collect-view";
import { correctView } from "../views/correct-view";
import { explainView } from "../views/explain-view";
import { findingsView } from "../views/findings-view";
import { icon } from "./icons";
import { letterView } from "../views/letter-view";
import { noListView } from "../views/no-list-view";
import { openView } from "../views/open-view";
import { outcomeView } from "../views/outcome-view";
import type { Scene } from "./pane-state";
import { planView } from "../views/plan-view";
import { problemView } from "../views/problem-view";
import { busyView, progressView } from "../views/progress-view";
import { questionsView } from "../views/questions-view";
import { recogniseView } from "../views/recognise-view";
import { slipsView } from "../views/slips-view";
import { seasonView } from "../views/season-view";

/** The whole pane. */
export function paneView(scene: Scene): TemplateResult {
  const { say, notice, isFile, bookName } = scene;
  return framed(say, viewOf(scene), notice, isFile ? pageHead(say, bookName) : nothing);
}

// Excel itself says above the pane what it is called; a page has nobody else to say it.
function pageHead(say: Say, bookName: string): TemplateResult {
  return html`<header class="head">
    <p class="head-title ms-fontWeight-semibold">${say("app.title")}</p>
    ${bookName === "" ? nothing : html`<p class="head-book ms-fontSize-12" title=${bookName}>${bookName}</p>`}
  </header>`;
}

/** The pane before there is a book: what people see at once. */
export function startingView(say: Say): TemplateResult {
  return framed(say, busyView({ say }, say("reading.lead")));
}

function framed(say: Say, view: TemplateResult, notice?: string, head: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`
    ${head}
    <main class="body">
      <div class="notice-place" role="status">${notice === undefined ? nothing : html`<p class="notice">${notice}</p>`}</div>
      ${view}
    </main>
    <footer class="foot ms-fontSize-12">${icon("lock")}<span>${say("app.local")}</span></footer>
  `;
}

function viewOf(scene: Scene): TemplateResult {
  const { view } = scene;
  switch (view.kind) {
    case "open":
      return openView(scene, view.passwordFor);
    case "busy":
      return busyView(scene, view.text);
    case "season":
      return seasonView(scene, view.home);
    case "recognise":
      return recogniseView(scene, view);
    case "correct":
      return correctView(scene, view.draft);
    case "collect":
      return collectView(scene, view);
    case "questions":
      return questionsView(scene, view);
    case "slips":
      return slipsView(scene, view);
    case "letter":
      return letterView(scene, view);
    case "plan":
      return planView(scene, view);
    case "running":
      return progressView(scene, view.action, view.running);
    case "outcome":
      return outcomeView(scene, view.outcome);
    case "findings":
      return findingsView(scene, view);
    case "explain":
      return explainView(scene, view);
    case "no-list":
      return noListView(scene, view);
    case "problem":
      return problemView(scene, view);
  }
}
