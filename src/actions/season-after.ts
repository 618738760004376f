// The season once reports are in: what schools have just said counts, whoever needs a look because of it is asked about at once.
import { eachRegister } from "../domain/record/registers";
import type { Stored } from "../domain/returns/register-store";
import { registeredRows } from "../sheets/returns/registers";
import type { OpenSeason } from "./season";

/** The season with its registers as a run leaves them. */
export function seasonAfter(of: OpenSeason, { registers }: Pick<Stored, "registers">): OpenSeason {
  return of.withReports(eachRegister((register) => registeredRows(register, registers[register], of.index)));
}
