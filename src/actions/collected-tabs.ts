// The tabs that follow from what came back besides questions and lines of files: registers, what the centre has to decide, and the bank's rows.
import { registerIds } from "../domain/record/registers";
import type { Stored } from "../domain/returns/register-store";
import type { BankSource } from "../sheets/bank/bank-file";
import { bankRowsSheet, newBankRows } from "../sheets/bank/bank-rows";
import { batchRegister } from "../sheets/bank/batch-register";
import { caseDecisionSheet } from "../sheets/checking/case-decisions";
import { stopDecisionSheet } from "../sheets/checking/stop-decisions";
import { registerReadings } from "../sheets/reading/reading";
import { carriedOver, registerSheet } from "../sheets/returns/registers";
import type { SheetSpec } from "../sheets/writing/spec";
import { gridOfSpec } from "../sheets/writing/spec-grid";
import type { Opened } from "./open-returned";
import { batchInput, caseSources } from "./rollup";
import type { OpenSeason } from "./season";

/** The registers that are new or changed; one in which nothing changed is not written again, so that a person's own layout stays. */
export function registerSheets(
  { book, index }: OpenSeason,
  { registers }: Pick<Stored, "registers">,
  after: OpenSeason,
): readonly SheetSpec[] {
  return registerIds.flatMap((tab) => {
    const readings = registerReadings(book.sheets, tab);
    const isChanged = registers[tab].some((row) => row.isChanged);
    return isChanged || readings.length === 0
      ? [registerSheet(tab, registers[tab], index, carriedOver(tab, readings), after.book.registers[tab])]
      : [];
  });
}

/** 待核实 and 特殊情况审核 as they follow from what is registered after a run. */
export function decisionsAfter(of: OpenSeason, after: OpenSeason): readonly SheetSpec[] {
  const sheets = [stopDecisionSheet(of.book, after.inQuestion, of.divided, of.index), caseDecisionSheet(caseSources(after))];
  return sheets.flatMap((sheet) => sheet ?? []);
}

/** What of the bank's files among those that came in is not in the book yet; a source of which nothing is new has no rows. */
export function pickedBankRows({ grids, today }: OpenSeason, opened: readonly Opened[]): readonly BankSource[] {
  const picked = opened.flatMap((file) => ("bank" in file ? file.bank : []));
  return picked.length === 0 ? [] : newBankRows(grids, picked, today);
}

/** A bank's file that was picked: its rows as they are, and the register of all batches with it among them. */
export function bankTabs(of: OpenSeason, picked: readonly BankSource[]): readonly SheetSpec[] {
  if (picked.length === 0) return [];
  const { grids, today } = of;
  const rows = bankRowsSheet(grids, picked, today);
  return [
    rows,
    batchRegister({
      ...batchInput(of.withBankRows(gridOfSpec(rows, rows.name))),
      exported: new Map(picked.map(({ name, exported }) => [name, exported])),
    }),
  ];
}
