// A letter as it prints, on a real person: turned over one by one, found by name or number, with what is wrong with the template above it.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { LetterPreview, ShownLetter } from "../engine/letter-preview";
import { type FormPaper, formPapers, type LetterCase, letterCases } from "../engine/letter-wish";
import type { PrintedPicture, PrintedPiece } from "../../sheets/notices/printed-page";
import { icon } from "../shell/icons";
import type { Scene, View } from "../shell/pane-state";
import { counted } from "../shell/say-things";
import { viewHead } from "../shell/view-head";

type LetterView = Extract<View, { readonly kind: "letter" }>;

/** The letter on show, with everything that leads to another one. */
export function letterView(scene: Scene, { preview, missed }: LetterView): TemplateResult {
  const { say } = scene;
  const { letter, total } = preview;
  return html`
    ${viewHead(scene, say("letter.title"))} ${faultsCard(scene, preview)}
    <p class="fact" role="status" data-letter=${letter ? letter.at : nothing}>
      ${whoseText(scene, preview)}${missed ? ` ${missedText(scene, missed)}` : ""}
    </p>
    ${letter ? turning(scene, letter, total) : nothing} ${letter ? pages(scene, letter) : nothing}
    <div class="bar">
      <fluent-button class="wide" appearance="accent" data-do="letters" @click=${() => scene.controls.choose("notices")}>
        ${say("letter.print")}
      </fluent-button>
    </div>
  `;
}

function whoseText({ say }: Scene, { letter, total }: LetterPreview): string {
  if (!letter) return say("letter.none");
  const { at, form, name, school, number } = letter;
  if (form) return say(form === "statements" ? "letter.form.each" : "letter.form", { name });
  const extra = letter.pages.length > 1 ? letter.pages.length : "";
  return say("letter.whose", { at: counted(at + 1), total: counted(total), name, school, number, pages: extra });
}

function missedText({ say }: Scene, missed: NonNullable<LetterView["missed"]>): string {
  if ("form" in missed && missed.form === "statements") return say("done.statements.none");
  if ("form" in missed) return say("letter.missed.form", { what: say(`letter.form.${missed.form}`) });
  if ("like" in missed) return say("letter.missed.case", { what: say(`letter.case.${missed.like}`) });
  return say("letter.missed", { text: "text" in missed ? missed.text : "" });
}

function faultsCard({ say, canShow, controls }: Scene, { faults }: LetterPreview): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<section class="card" data-letter-faults>
    <p class="fact warn">${icon("warning")}${say("letter.faults", { count: counted(faults.length) })}</p>
    <ul class="findings">
      ${faults.map(({ sheet, cell, heading, value }) => {
        const text = html`<span class="place ms-fontSize-12">${say("findings.place", { sheet, cell })}</span>
          <span class="message">${say("letter.fault", { heading, value })}</span>`;
        return html`<li>
          ${
            canShow
              ? html`<button class="finding" type="button" @click=${() => controls.showCell(sheet, cell)}>${text}</button>`
              : html`<div class="finding">${text}</div>`
          }
        </li>`;
      })}
    </ul>
  </section>`;
}

function turning({ say, controls }: Scene, { at }: ShownLetter, total: number): TemplateResult {
  const find = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem("person") as HTMLInputElement;
    if (field.value.trim() !== "") controls.turnLetter({ text: field.value, after: at });
  };
  const like = (which: LetterCase) =>
    html`<button class="quiet" type="button" data-case=${which} @click=${() => controls.turnLetter({ like: which })}>
      ${say(`letter.case.${which}`)}
    </button>`;
  const form = (which: FormPaper) =>
    html`<button class="quiet" type="button" data-form-paper=${which} @click=${() => controls.turnLetter({ form: which })}>
      ${say(`letter.form.${which}`)}
    </button>`;
  return html`
    <section class="card letter-turning">
      <div class="letter-bar">
        <button class="quiet" type="button" data-do="previous" ?disabled=${at <= 0} @click=${() => controls.turnLetter({ at: at - 1 })}>
          ${say("letter.previous")}
        </button>
        <button class="quiet" type="button" data-do="next" ?disabled=${at >= total - 1} @click=${() => controls.turnLetter({ at: at + 1 })}>
          ${say("letter.next")}
        </button>
        <button class="quiet" type="button" data-do="reread" @click=${controls.preview}>${say("letter.reread")}</button>
      </div>
      <form class="letter-bar" data-form="letter" @submit=${find}>
        <input
          type="text"
          name="person"
          autocomplete="off"
          spellcheck="false"
          aria-label=${say("letter.person")}
          placeholder=${say("letter.person")}
        />
        <button class="quiet" type="submit" data-do="find">${say("letter.find")}</button>
      </form>
      <div class="letter-bar" role="group" aria-label=${say("letter.cases")}>${letterCases.map(like)}</div>
      <div class="letter-bar" role="group" aria-label=${say("letter.forms")}>${formPapers.map(form)}</div>
    </section>
  `;
}

function pages({ say }: Scene, { pages: all, name, paper }: ShownLetter): TemplateResult {
  return html`<div class="letter-pages">
    <label class="letter-large"><input type="checkbox" data-choice="large" /> ${say("letter.large")}</label>
    ${all.map(
      ({ pieces, pictures }, index) =>
        html`<div class="letter-page" tabindex="0" role="region" aria-label=${say("letter.page", { name, page: index + 1 })}>
          <svg viewBox="0 0 ${paper.width} ${paper.height}" data-page=${index + 1}>${pieces.map(pieceOf)}${pictures.map(pictureOf)}</svg>
        </div>`,
    )}
  </div>`;
}

const inset = 3;

function pieceOf({ x, y, width, height, lines, style, family }: PrintedPiece): SVGTemplateResult {
  const { font, border, fill, horizontal, vertical } = style;
  const lineHeight = font.size * 1.3;
  const room = height - lineHeight * lines.length;
  const top = y + (vertical === "top" ? 2 : Math.max(0, room / 2));
  const [anchor, at] =
    horizontal === "center" ? ["middle", x + width / 2] : horizontal === "right" ? ["end", x + width - inset] : ["start", x + inset];
  return svg`
    ${border === "thin" ? svg`<rect x=${x} y=${y} width=${width} height=${height} fill=${fill ? `#${fill}` : "none"} stroke="#000" stroke-width="0.5" />` : nothing}
    ${border === "dashed-top" ? svg`<line x1=${x} y1=${y} x2=${x + width} y2=${y} stroke="#000" stroke-width="0.5" stroke-dasharray="4 3" />` : nothing}
    <text
      font-family=${family}
      font-size=${font.size}
      font-weight=${font.bold ? "bold" : "normal"}
      fill=${`#${font.color ?? "000000"}`}
      text-anchor=${anchor}
    >${lines.map((text, index) => svg`<tspan x=${at} y=${top + lineHeight * (index + 0.76)}>${text}</tspan>`)}</text>
  `;
}

function pictureOf({ x, y, size, squares, label }: PrintedPicture): SVGTemplateResult {
  const side = size / squares.length;
  const black = squares.flatMap((row, down) =>
    [...row].flatMap((square, across) => (square === "#" ? [`M${x + across * side} ${y + down * side}h${side}v${side}h${-side}z`] : [])),
  );
  return svg`<g role="img" aria-label=${label}>
    <rect x=${x} y=${y} width=${size} height=${size} fill="#fff" />
    <path d=${black.join("")} />
  </g>`;
}
