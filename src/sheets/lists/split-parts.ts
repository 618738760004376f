// The proof of a split: the rows that really stand in the sheets of all parts, counted and added up again and held against the roster.
import { type Fen, fen, sumFen, zeroFen } from "../../domain/values/money";
import { dueOf } from "../../domain/bank/repayment";
import type { PersonKey } from "../../domain/identity/keys";
import type { Roster } from "../../domain/record/roster";
import { headingOf } from "../vocabulary/columns";
import { cellText } from "../grid";
import { factCell, listHeadingRow, totalLabel } from "./school-list";
import type { CellOut, SheetSpec } from "../writing/spec";
import { cellValueOf } from "../writing/spec-grid";

/** What a part, or the whole, comes to. */
export interface PartTotals {
  readonly persons: number;
  readonly contracts: number;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly due: Fen;
}

/** Nobody and nothing. */
export const nothing: PartTotals = { persons: 0, contracts: 0, principal: zeroFen, interest: zeroFen, due: zeroFen };

// What a row shows of its contract; different contracts may look alike only if nothing at all tells them apart.
const shown = ["name", "citizenId", "contractNo", "principal", "interest", "due"] as const;

function lookOf(cells: readonly CellOut[]): string {
  let look = "";
  // What was read holds no control characters, so that one between two cells keeps them apart.
  for (const cell of cells) look += `${cellText(cellValueOf(cell))}\u0001`;
  return look;
}

/** The totals of a roster. */
export function rosterPart({ rows, persons }: Roster): PartTotals {
  return {
    persons: persons.length,
    contracts: rows.length,
    principal: sumFen(rows.map(({ values }) => values.principal)),
    interest: sumFen(rows.map(({ values }) => values.interest)),
    due: sumFen(rows.map(dueOf)),
  };
}

/** The totals of parts together. */
export function sumParts(parts: readonly PartTotals[]): PartTotals {
  const count = (of: (part: PartTotals) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const money = (of: (part: PartTotals) => Fen) => sumFen(parts.map(of));
  return {
    persons: count(({ persons }) => persons),
    contracts: count(({ contracts }) => contracts),
    principal: money(({ principal }) => principal),
    interest: money(({ interest }) => interest),
    due: money(({ due }) => due),
  };
}

function bodyOf(spec: SheetSpec): readonly (readonly CellOut[])[] {
  const headings = (spec.rows[listHeadingRow] ?? []).map((cell) => cellText(cellValueOf(cell)));
  const columns = shown.map((field) => headings.indexOf(headingOf(field)));
  // The rows end at the sheet's own total.
  const total = spec.rows.findIndex((row, index) => index > listHeadingRow && row[0] === totalLabel);
  return spec.rows.slice(listHeadingRow + 1, total).map((row) => columns.map((column) => row[column] ?? null));
}

const fenIn = (cell: CellOut | undefined): Fen => (cell !== null && typeof cell === "object" && "fen" in cell ? cell.fen : fen(0));

/** The proof that parts are the whole: each part's sheet is counted by its own cells, every row found in the roster and ticked off. */
export class Proof {
  private readonly open = new Map<string, PersonKey | PersonKey[]>();
  private readonly placed = new Map<string, number>();
  private readonly parts: PartTotals[] = [];

  constructor(private readonly roster: Roster) {
    const { open } = this;
    for (const person of roster.persons) {
      for (const loan of person.loans) {
        const look = lookOf(shown.map((field) => factCell(field, loan, person)));
        const keys = open.get(look);
        if (keys === undefined) open.set(look, person.key);
        else if (typeof keys === "string") open.set(look, [keys, person.key]);
        else keys.push(person.key);
      }
    }
  }

  /**
   * What the next part comes to.
   * @throws RangeError when a row of it is in another part, too, or in none of the roster, or when a person is in two parts: a bug, never a user's mistake
   */
  part(sheet: SheetSpec): PartTotals {
    const { placed, parts } = this;
    const index = parts.length;
    const body = bodyOf(sheet);
    const persons = new Set<string>();
    for (const cells of body) {
      const key = this.take(lookOf(cells));
      if (key === undefined) throw new RangeError(`a row in part ${index} is not, or not any more, in the roster`);
      if ((placed.get(key) ?? index) !== index) throw new RangeError(`a person is in parts ${placed.get(key)} and ${index}`);
      placed.set(key, index);
      persons.add(key);
    }
    const sum = (field: (typeof shown)[number]) => sumFen(body.map((cells) => fenIn(cells[shown.indexOf(field)])));
    const totals = {
      persons: persons.size,
      contracts: body.length,
      principal: sum("principal"),
      interest: sum("interest"),
      due: sum("due"),
    };
    parts.push(totals);
    return totals;
  }

  /**
   * Holds the parts against the whole.
   * @throws RangeError when a row of the roster is in no part
   */
  whole(): void {
    for (const keys of this.open.values()) if (keys.length > 0) throw new RangeError("a row of the roster is in no part");
    if (JSON.stringify(sumParts(this.parts)) !== JSON.stringify(rosterPart(this.roster)))
      throw new RangeError("the parts are not the whole");
  }

  private take(look: string): PersonKey | undefined {
    const keys = this.open.get(look);
    if (typeof keys === "object") return keys.shift();
    this.open.delete(look);
    return keys;
  }
}
