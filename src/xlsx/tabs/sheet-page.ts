// How a tab is printed, as XML. Print areas and repeated rows are defined names of the book (see `tabNames`).
import { type PageSpec } from "../../sheets/writing/spec";
import { cleanText, escapeText } from "./clean-text";

const a4 = 9;
const usualMargins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const lastColumn = 16_383;

/** Paper, margins, head and foot, and the breaks between pages, in the order of the standard (ECMA-376 part 1 §18.3.1.99). */
export function pageXml(page: PageSpec | undefined): string {
  const margins = Object.entries({ ...usualMargins, ...page?.margins }).map(([side, inches]) => ` ${side}="${inches}"`);
  const marginsXml = `<pageMargins${margins.join("")}/>`;
  if (!page) return marginsXml;
  const { orientation, fitWidth, scale, center, header, footer, breaksAfter = [] } = page;
  // Where a list is two pages wide, the halves of its rows follow each other.
  const order = fitWidth === 2 ? ' pageOrder="overThenDown"' : "";
  const size = (scale === undefined ? "" : ` scale="${scale}"`) + (fitWidth ? ` fitToWidth="${Number(fitWidth)}" fitToHeight="0"` : "");
  const texts = [part("oddHeader", header), part("oddFooter", footer)].join("");
  const breaks = breaksAfter.map((row) => `<brk id="${row + 1}" max="${lastColumn}" man="1"/>`);
  return [
    center ? '<printOptions horizontalCentered="1"/>' : "",
    marginsXml,
    `<pageSetup${order} paperSize="${a4}" orientation="${orientation}"${size}/>`,
    texts && `<headerFooter>${texts}</headerFooter>`,
    breaks.length === 0 ? "" : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join("")}</rowBreaks>`,
  ].join("");
}

function part(name: string, text: string | undefined): string {
  return text ? `<${name}>${escapeText(cleanText(text))}</${name}>` : "";
}
