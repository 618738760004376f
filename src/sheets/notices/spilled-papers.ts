// Papers that the office's own words would carry over the end of their page: known before anything is made.
import type { Assignment } from "../../domain/places/jurisdiction";
import { dueOf } from "../../domain/bank/repayment";
import { sumFen, zeroFen } from "../../domain/values/money";
import type { Season } from "../../domain/record/season";
import { cellAddress } from "../grid";
import { type LayoutIssue, type SheetReading } from "../reading/reading";
import { settingPairs } from "../reading/read-settings";
import { tabNames } from "../vocabulary/tabs";
import { blankNotice } from "./blank-notice";
import { leaflet } from "./leaflet";
import { pagesOf } from "./notice";
import { letterOf } from "./notice-letter";
import { templatePairs } from "./notice-template";
import { isPaperText, leafletTexts, noticeTexts, type PaperTextName, paperTexts, statementTexts } from "./paper-texts";
import { statementFits } from "./statement";

/** Letters grow with their contracts: where none of so many of the longest spills, none does. */
const longest = 40;
const named = 3;

/** A text of the office's with what would spill because of it. */
interface Spilled {
  readonly name: PaperTextName;
  readonly who: string;
}

/** The issues of a book's papers, each with the sheet where the longest of the texts to blame stands. */
export function spilledPapers(
  sheets: readonly SheetReading[],
  season: Season,
  assignments: readonly Assignment[],
): readonly { readonly reading: SheetReading; readonly issue: LayoutIssue }[] {
  const edited = [...season.texts].flatMap(([name, text]) =>
    isPaperText(name) && text.trim() !== paperTexts[name] ? [{ name, text }] : [],
  );
  const longestOf = (texts: object) => edited.filter(({ name }) => name in texts).sort((a, b) => b.text.length - a.text.length)[0]?.name;
  const spilled = [
    ...spills(longestOf(noticeTexts), () => spilledLetters(season, assignments)),
    ...spills(longestOf(noticeTexts), () => (blankNotice(season, season.today) ? "" : tabNames["blank-notice"])),
    ...spills(longestOf(statementTexts), () => (statementFits(season) ? "" : tabNames.statements)),
    ...spills(longestOf({ ...leafletTexts, ...noticeTexts }), () => (leaflet(season, season.today) ? "" : tabNames.leaflet)),
  ];
  return spilled.flatMap(({ name, who }) => {
    const place = sheets.filter(({ kind }) => kind === "settings").flatMap((reading) => placeIn(reading, name))[0];
    if (!place) return [];
    const { reading, row, column } = place;
    return [
      { reading, issue: { code: "text-spills", row: row + 1, cell: cellAddress(row, column), params: { heading: name, value: who } } },
    ];
  });
}

function spills(name: PaperTextName | undefined, look: () => string): readonly Spilled[] {
  if (name === undefined) return [];
  const who = look();
  return who === "" ? [] : [{ name, who }];
}

function placeIn(reading: SheetReading, name: string) {
  const { row, column } = (templatePairs(reading.grid) ?? settingPairs(reading.grid))?.get(name) ?? {};
  return row === undefined || column === undefined ? [] : [{ reading, row, column }];
}

// "" where nobody's letter spills. Who is settled by now counts too: what matters is the text.
function spilledLetters(season: Season, assignments: readonly Assignment[]): string {
  const placed = assignments.flatMap(({ person, school }) => (school ? [{ person, school }] : []));
  const byLength = [...placed].sort((a, b) => b.person.loans.length - a.person.loans.length);
  const notices = { season, asOf: season.today, madeOn: season.today, index: { numberOf: () => "" } };
  const spilled = (own: typeof placed) =>
    own.filter(({ person, school }) => pagesOf(letterOf({ ...notices, school }, { person, ...sumsOf(person) })).length > 1);
  if (spilled(byLength.slice(0, longest)).length === 0) return "";
  const all = spilled(byLength).map(({ person }) => person.name);
  return `${all.slice(0, named).join("、")}${all.length > named ? `等${all.length}人` : ""}的通知书`;
}

function sumsOf({ loans }: Assignment["person"]) {
  const due = sumFen(loans.map((loan) => dueOf(loan) ?? zeroFen));
  return { due, repaid: zeroFen, outstanding: due };
}
