// What the user has chosen for the next press of a button.
import type { ActionId } from "../../actions/index";
import type { Day } from "../../domain/values/day";
import type { SeasonOptions } from "../../sheets/reading/read-season";
import type { Request } from "../engine/request";
import type { PaneHost } from "./host";
import type { Choices } from "./pane-state";
import type { Returning } from "../jobs/returning";
import type { Deciding } from "../jobs/deciding";
import type { SlipEntering } from "../jobs/slip-entering";
import { buttonLabel } from "./buttons";

/** The choices so far. */
export class Selection {
  #choices: Choices;
  #sheet: string | undefined;
  #today: Day | undefined;

  constructor(
    private readonly host: PaneHost,
    private readonly waiting: { readonly returning: Returning; readonly slips: SlipEntering; readonly deciding: Deciding },
  ) {
    // Where files cannot be saved, tabs are the way to hand out lists.
    this.#choices = { encrypt: false, tabs: !host.save, leavesOut: false, letters: {}, file: "" };
  }

  get choices(): Choices {
    return this.#choices;
  }

  /** The sheet that counts as the list; undefined for all lists together. */
  get sheet(): string | undefined {
    return this.#sheet;
  }

  /** The day that the user has chosen to count as today; undefined for that of 设置 or of the clock. */
  get today(): Day | undefined {
    return this.#today;
  }

  useToday(today: Day | undefined): void {
    this.#today = today;
  }

  choose(choices: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...choices };
  }

  useSheet(sheet: string | undefined): void {
    this.#sheet = sheet;
  }

  /** Forgets what was chosen for one book. */
  forget(): void {
    this.#sheet = undefined;
    this.#today = undefined;
    this.choose({ letters: {} });
    this.forgetVersion();
  }

  /** Forgets what is chosen for one press alone: the version of the lists, which the book knows from then on, and the file that is taken back. */
  forgetVersion(): void {
    const { encrypt, tabs, leavesOut, letters } = this.#choices;
    this.#choices = { encrypt, tabs, leavesOut, letters, file: "" };
  }

  /** How the season is to be read. */
  season(): SeasonOptions {
    const clock = this.host.clock();
    const [sheet, today] = [this.#sheet, this.#today];
    return { clock, ...(sheet === undefined ? {} : { sheet }), ...(today === undefined ? {} : { today }) };
  }

  /** What a button is to be asked for. */
  request(action: ActionId): Request {
    const season = this.season();
    const { letters, file, ...lists } = this.#choices;
    if (action === "split") return { action, season, ...lists };
    if (action === "undo") return { action, season, ...(file === "" ? {} : { file }) };
    if (action === "notices") return { action, season, letters };
    const { returning, slips, deciding } = this.waiting;
    if (action === "decide") return { action, season, decisions: deciding.answers };
    if (action === "collect") return { action, season, incoming: returning.files.filter(({ isPasswordList }) => !isPasswordList) };
    if (action === "slips") return { action, season, typed: slips.entries(buttonLabel("zh-CN", "slips")) };
    return { action, season };
  }
}
