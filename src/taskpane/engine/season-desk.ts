// The season that lies open on the desk: the same book under the same choices is understood and checked once, for the view, the plan and the run.
import { OpenSeason } from "../../actions/season";
import type { Grid } from "../../sheets/grid";
import type { SeasonOptions } from "../../sheets/reading/read-season";

/** The season that was opened last. */
export class SeasonDesk {
  #grids: readonly Grid[] | undefined;
  #choices = "";
  #season: OpenSeason | undefined;

  /**
   * The season in a book's sheets; the same array of sheets is the same book.
   * @throws WorkbookError
   */
  open(grids: readonly Grid[], name: string, options: SeasonOptions): OpenSeason {
    const choices = JSON.stringify(options);
    if (this.#season && this.#grids === grids && this.#choices === choices) return this.#season;
    this.#season = undefined;
    this.#season = OpenSeason.in(grids, name, options);
    [this.#grids, this.#choices] = [grids, choices];
    return this.#season;
  }
}
