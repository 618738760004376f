// The notice (催收通知书, 附件3): one page per person with all contracts, how and until when to pay, and the receipt to tear off.
import { closing, type Letter, letterOf, type Letters, opening } from "./notice-letter";
import { densities, type Density, fillPage, heightOf, type Line, pageHeight, wide } from "./notice-page";
import { slip } from "./notice-slip";
import { onePage } from "./set-page";
import { contractLines, sumLines, tableCaption, tableHeading, tableNotes } from "./notice-table";
import type { SheetSpec } from "../writing/spec";
import { PageStack } from "./notice-stack";
import { tabNames } from "../vocabulary/tabs";

/** A page, line by line. */
export type Page = readonly Line[];

/** One person's notice set in one size, in the parts between which a page may end. */
function setLetter(letter: Letter, density: Density) {
  return {
    front: [...opening(letter, density), tableCaption(letter)],
    heading: tableHeading(density),
    contracts: contractLines(letter, density),
    sums: [...sumLines(letter, density), ...tableNotes(letter)],
    tail: closing(letter, density),
    foot: slip({ ...letter, name: letter.standing.person.name, school: letter.school.name }, density),
  };
}

/** The person's pages: one, set in the largest type that fits; more only where the contracts or edited texts leave no choice. */
export function pagesOf(letter: Letter): readonly Page[] {
  const page = onePage((density) => {
    const { front, heading, contracts, sums, tail, foot } = setLetter(letter, density);
    return { lines: [...front, ...heading, ...contracts, ...sums, ...tail], foot };
  });
  return page ? [page] : severalPages(letter);
}

/** How high a letter would be in the largest type, in points: what the longest letters are known by. */
export function naturalHeight(letter: Letter): number {
  const { front, contracts, sums, tail, foot } = setLetter(letter, densities[0]);
  return heightOf([...front, ...contracts, ...sums, ...tail, ...foot]);
}

/** Several pages: the table goes on under its heading, what follows it begins a page of its own, the receipt ends the last one. */
function severalPages(letter: Letter): readonly Page[] {
  const { front, heading, contracts, sums, tail, foot } = setLetter(letter, densities[1]);
  const turn = wide("（接下页）", "noticeSmallRight", 10);
  const again = wide(`编号：${letter.number}（续）`, "noticeSmallRight", 10);
  const pages: Page[] = [];
  let lines: Line[] = [...front, ...heading];
  const add = (next: Line, end: readonly Line[], ...first: readonly Line[]) => {
    if (heightOf(lines) + next.height + heightOf(end) > pageHeight) {
      pages.push(fillPage(lines, [turn]));
      lines = [again, ...first];
    }
    lines.push(next);
  };
  for (const next of [...contracts, ...sums]) add(next, [turn], ...heading);
  pages.push(fillPage(lines, [turn]));
  lines = [again];
  for (const [index, next] of tail.entries()) add(next, index === tail.length - 1 ? foot : [turn]);
  return [...pages, fillPage(lines, foot)];
}

// Excel keeps 1,026 page breaks on a sheet; a school with more pages than this gets another tab.
const pagesOnTab = 1000;

/** The notices of one school as a tab that prints nothing else, person after person, each on a page of its own; several tabs for more than 1,000 pages. */
export function noticeSheets(notices: Letters): readonly SheetSpec[] {
  let stack = new PageStack();
  const stacks = [stack];
  for (const standing of notices.standings) {
    const pages = pagesOf(letterOf(notices, standing));
    if (stack.count > 0 && stack.count + pages.length > pagesOnTab) stacks.push((stack = new PageStack()));
    for (const page of pages) stack.add(page);
  }
  return stacks.map(noticeTab);
}

function noticeTab(stack: PageStack, index: number): SheetSpec {
  const further = index === 0 ? "" : String(index + 1);
  return stack.sheet({ tab: further === "" ? "notices" : `notices:${further}`, name: `${tabNames.notices}${further}` });
}

/** The names of those whose letter does not fit one page. */
export function spilledIn(notices: Letters): readonly string[] {
  return notices.standings.flatMap((standing) => (pagesOf(letterOf(notices, standing)).length > 1 ? [standing.person.name] : []));
}

/** How many pages the tabs of notices print. */
export function pageCount(tabs: readonly SheetSpec[]): number {
  return tabs.reduce((total, { page: printed }) => total + (printed?.breaksAfter?.length ?? 0) + 1, 0);
}
