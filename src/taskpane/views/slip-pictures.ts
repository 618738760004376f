// Photographs and scans of slips: room to hand them over, how far reading is, and what was recognised on each.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { acceptedPictures } from "../jobs/handed-files";
import { asksForLook, type SlipPicture, type SlipPictures } from "../jobs/slip-pictures";
import { icon } from "../shell/icons";
import type { Scene } from "../shell/pane-state";
import { counted, listed } from "../shell/say-things";
import { dropZone } from "./drop-zone";

/** As many pages that somebody must look at are shown at once; the next come as these are settled. */
const shownAtOnce = 20;

/** The part of the view about pictures. */
export function slipPictures(scene: Scene, { pages, reading, others, isUnable }: SlipPictures): TemplateResult {
  const { say, controls } = scene;
  return html`<section class="card" data-pictures>
    <h2 class="card-title">${say("slips.pictures")}</h2>
    ${
      reading
        ? readingLine(scene, reading)
        : dropZone({
            text: say("slips.pictures.drop"),
            or: say("open.or"),
            choose: say("slips.pictures.choose"),
            kinds: say("slips.pictures.kinds"),
            accept: acceptedPictures,
            isMultiple: true,
            isSecond: true,
            take: controls.addPictures,
          })
    }
    ${isUnable ? html`<p class="fact warn" role="alert">${icon("warning")}${say("slips.pictures.unable")}</p>` : nothing}
    ${
      others.length === 0
        ? nothing
        : html`<p class="fact warn" role="alert">${icon("warning")}${say("slips.pictures.others", { files: listed(say, others) })}</p>`
    }
    ${pages.length === 0 ? nothing : pagesRead(scene, pages)}
  </section>`;
}

function readingLine({ say, controls }: Scene, { done, total }: NonNullable<SlipPictures["reading"]>): TemplateResult {
  const text = say("slips.pictures.reading", { done: counted(done), total: counted(total) });
  return html`<p class="fine">${text}</p>
    <progress class="progress" aria-label=${text} max=${Math.max(total, 1)} value=${done}></progress>
    <fluent-button appearance="stealth" data-do="stop-pictures" @click=${controls.stopPictures}
      >${say("slips.pictures.stop")}</fluent-button
    >`;
}

function pagesRead(scene: Scene, pages: readonly SlipPicture[]): TemplateResult {
  const { say, controls } = scene;
  const open = pages.filter(asksForLook);
  const recognised = pages.filter(({ slips }) => slips.length > 0);
  const slips = pages.reduce((sum, page) => sum + page.slips.filter(({ isDouble }) => !isDouble).length, 0);
  const doubles = pages.reduce((sum, page) => sum + page.slips.filter(({ isDouble }) => isDouble).length, 0);
  const sum = { pages: counted(pages.length), slips: counted(slips), doubles: doubles === 0 ? "" : counted(doubles) };
  return html`<p class="fact" data-pictures-sum role="status">
      ${say("slips.pictures.sum", { ...sum, unread: open.length === 0 ? "" : counted(open.length) })}
    </p>
    ${open.length === 0 ? nothing : html`<p class="fine">${say("slips.pictures.look")}</p>`}
    <ul class="lines" data-pages="open">
      ${repeat(
        open.slice(0, shownAtOnce),
        ({ name }) => name,
        (page) => openPage(scene, page),
      )}
    </ul>
    ${
      open.length > shownAtOnce
        ? html`<p class="fine">${say("slips.pictures.more", { count: counted(open.length - shownAtOnce) })}</p>`
        : nothing
    }
    ${
      recognised.length === 0
        ? nothing
        : html`<details class="more">
            <summary>${say("slips.pictures.recognised", { count: counted(recognised.length) })}</summary>
            <ul class="lines" data-pages="read">
              ${recognised.map((page) => readPage(scene, page))}
            </ul>
          </details>`
    }
    <fluent-button appearance="stealth" data-do="drop-pictures" @click=${controls.dropPictures}>
      ${say("slips.pictures.drop-all")}
    </fluent-button>`;
}

function openPage({ say, controls }: Scene, page: SlipPicture): TemplateResult {
  const { name, address, faults } = page;
  const enter = async (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const input = event.currentTarget as HTMLInputElement;
    const line = input.closest("li");
    // The next page's field, for the page that is settled goes.
    const next = (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector("input");
    if (await controls.typePicture(page, input.value)) next?.focus();
    else input.select();
  };
  return html`<li class="line picture-line">
    ${
      address === undefined
        ? nothing
        : html`<button class="thumbnail" type="button" aria-pressed="false" title=${say("slips.pictures.large")} @click=${enlarge}>
            <img src=${address} loading="lazy" alt=${say("slips.pictures.of", { file: name })} />
          </button>`
    }
    <div class="picture-side">
      <p class="line-name">${name}</p>
      ${faults.map(({ number, why }) => html`<p class="fact warn" data-fault=${why}>${icon("warning")}${say(`slips.wrong.${why}`, { number })}</p>`)}
      <input
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${say("slips.pictures.type", { file: name })}
        placeholder=${say("slips.number")}
        @keydown=${enter}
      />
      <fluent-button appearance="stealth" data-do="skip-picture" @click=${() => controls.skipPicture(page)}>
        ${say("slips.pictures.skip")}
      </fluent-button>
    </div>
  </li>`;
}

function readPage({ say }: Scene, { name, slips }: SlipPicture): TemplateResult {
  return html`<li class="line">
    <span class="line-name">${name}</span>
    <span class="line-below"
      >${slips.map(
        ({ number, name: person, isKnown, isDouble }) =>
          html`<span class="picture-slip"
            >${number} ${person}
            ${isDouble ? html`<span class="chip chip-warning">${say("slips.double")}</span>` : isKnown ? html`<span class="chip">${say("slips.known")}</span>` : nothing}</span
          >`,
      )}</span
    >
  </li>`;
}

// New windows are not to be had in every Excel; the picture grows in its place.
function enlarge(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const isLarge = button.closest("li")?.classList.toggle("picture-large") ?? false;
  button.setAttribute("aria-pressed", String(isLarge));
}
