// How a tab prints: paper, margins, repeated rows, page breaks, header and footer.
import { columnLetters } from "../sheets/grid";
import { type PageSpec } from "../sheets/writing/spec";
import { shortAddress } from "./chunks";
import { optional, step, type Step } from "./step";

const pointsPerInch = 72;

/** The page set-up of a tab. Without a printer some Excels refuse it. */
export function pageSteps(page: PageSpec | undefined): readonly Step[] {
  if (!page) return [];
  const breaks = (page.breaksAfter ?? []).map((row) =>
    // Excel breaks above the cell that is given.
    step(2, (sheet) => {
      sheet.horizontalPageBreaks.add(`A${row + 2}`);
    }),
  );
  return [step(20, ({ pageLayout }) => drawLayout(pageLayout, page)), ...breaks, ...fitting(page)].map(optional);
}

// Some Excels pass over it without a word (office-js issue 1860), so that it is read back.
function fitting({ fitWidth }: PageSpec): readonly Step[] {
  if (!fitWidth) return [];
  const pages = Number(fitWidth);
  const fit = step(4, ({ pageLayout }) => {
    pageLayout.zoom = { horizontalFitToPages: pages };
  });
  const readBack = ({ pageLayout }: Excel.Worksheet): (() => boolean) => {
    pageLayout.load("zoom");
    return () => pageLayout.zoom.horizontalFitToPages === pages;
  };
  return [{ ...fit, readBack }];
}

function drawLayout(layout: Excel.PageLayout, page: PageSpec): void {
  const { margins, area, repeatRows, repeatColumns } = page;
  layout.paperSize = page.paper;
  layout.orientation = page.orientation === "portrait" ? "Portrait" : "Landscape";
  layout.topMargin = margins.top * pointsPerInch;
  layout.bottomMargin = margins.bottom * pointsPerInch;
  layout.leftMargin = margins.left * pointsPerInch;
  layout.rightMargin = margins.right * pointsPerInch;
  if (page.center) layout.centerHorizontally = true;
  if (page.scale !== undefined) layout.zoom = { scale: page.scale };
  if (page.fitWidth === 2) layout.printOrder = "OverThenDown";
  if (area) layout.setPrintArea(shortAddress(area));
  if (repeatRows) layout.setPrintTitleRows(`$${repeatRows[0] + 1}:$${repeatRows[1] + 1}`);
  if (repeatColumns) layout.setPrintTitleColumns(repeatColumns.map((column) => `$${columnLetters(column)}`).join(":"));
  const texts = layout.headersFooters.defaultForAllPages;
  const header = partsOf(page.header);
  const footer = partsOf(page.footer);
  if (header.left) texts.leftHeader = header.left;
  if (header.center) texts.centerHeader = header.center;
  if (header.right) texts.rightHeader = header.right;
  if (footer.left) texts.leftFooter = footer.left;
  if (footer.center) texts.centerFooter = footer.center;
  if (footer.right) texts.rightFooter = footer.right;
}

/**
 * The three parts of a header or footer; text before any mark stands in the middle.
 * @example partsOf("&L甲&R第 &P 页") // { left: "甲", center: "", right: "第 &P 页" }
 */
export function partsOf(text = ""): { readonly left: string; readonly center: string; readonly right: string } {
  const parts = { left: "", center: "", right: "" };
  const names = { L: "left", C: "center", R: "right" } as const;
  let part: keyof typeof parts = "center";
  for (const piece of text.split(/(&[LCR])/)) {
    const mark = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof names | undefined;
    if (mark) part = names[mark];
    else parts[part] += piece;
  }
  return parts;
}
