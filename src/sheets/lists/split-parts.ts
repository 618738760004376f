// The proof of a split: the rows that really stand in the sheets of all parts, counted and added up again and held against the roster.
import { type Fen, fen, sumFen, zeroFen } from "../../domain/values/money";
import { dueOf } from "../../domain/bank/repayment";
import type { PersonKey } from "../../domain/identity/keys";
import type { SheetRow } from "../../domain/record/field";
import type { Person } from "../../domain/record/person";
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

const textOf = (cell: CellOut): string => cellText(cellValueOf(cell));

// What was read holds no control characters, so that one between two cells keeps them apart.
const lookOf = (cells: readonly CellOut[]): string => cells.map(textOf).join("\u0001");

const isMoney = (cell: CellOut) => cell !== null && typeof cell === "object" && "fen" in cell;

const isSame = (a: CellOut, b: CellOut): boolean => a === b || (isMoney(a) && isMoney(b) ? fenIn(a) === fenIn(b) : textOf(a) === textOf(b));

const [idAt, contractAt] = [shown.indexOf("citizenId"), shown.indexOf("contractNo")];

// Rows are found by the two numbers that hardly any two share, and only then compared: texts of all that a row shows would fill the memory.
function placeOf(citizenId: CellOut, contractNo: CellOut): string | undefined {
  const place = `${textOf(contractNo)}\u0001${textOf(citizenId)}`;
  return place === "\u0001" ? undefined : place;
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

/** A row of the roster that has not been found in a part yet. */
interface OpenRow {
  readonly loan: SheetRow;
  readonly person: Person;
}

const cellsOf = ({ loan, person }: OpenRow): readonly CellOut[] => shown.map((field) => factCell(field, loan, person));

/** The proof that parts are the whole: each part's sheet is counted by its own cells, every row found in the roster and ticked off. */
export class Proof {
  private readonly open = new Map<string, OpenRow[]>();
  private readonly placed = new Map<string, number>();
  private readonly parts: PartTotals[] = [];

  constructor(private readonly roster: Roster) {
    const { open } = this;
    for (const person of roster.persons) {
      for (const loan of person.loans) {
        const place =
          placeOf(factCell("citizenId", loan, person), factCell("contractNo", loan, person)) ?? lookOf(cellsOf({ loan, person }));
        const rows = open.get(place);
        if (rows) rows.push({ loan, person });
        else open.set(place, [{ loan, person }]);
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
      const key = this.take(cells);
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
    if (this.open.size > 0) throw new RangeError("a row of the roster is in no part");
    if (JSON.stringify(sumParts(this.parts)) !== JSON.stringify(rosterPart(this.roster)))
      throw new RangeError("the parts are not the whole");
  }

  private take(cells: readonly CellOut[]): PersonKey | undefined {
    const place = placeOf(cells[idAt] ?? null, cells[contractAt] ?? null) ?? lookOf(cells);
    const rows = this.open.get(place) ?? [];
    const at = rows.findIndex(({ loan, person }) =>
      shown.every((field, column) => isSame(cells[column] ?? null, factCell(field, loan, person))),
    );
    const [row] = at < 0 ? [] : rows.splice(at, 1);
    if (row && rows.length === 0) this.open.delete(place);
    return row?.person.key;
  }
}
