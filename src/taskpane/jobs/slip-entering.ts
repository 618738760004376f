// Entering slips: those typed by number and those read from pictures, looked up one by one, until they are registered in one go.
import type { SlipEntry, SlipSaid } from "../../domain/returns/slip";
import type { SeasonOptions } from "../../sheets/reading/read-season";
import type { ScannedPage } from "../engine/scan-desk";
import type { FoundSlip, PictureSlip, SlipFault, SlipFound, TypedSlip } from "../engine/slip-found";
import type { EnginePort } from "../engine/start-engine";
import type { Screen } from "../shell/screen";
import { PictureReading, type SlipPicture } from "./slip-pictures";

/** The slips that wait to be registered. */
export class SlipEntering {
  #typed: readonly TypedSlip[] = [];
  readonly #pictures = new PictureReading({
    take: (page) => this.#onPage(page),
    takeList: (file) => this.#onList(file),
    changed: () => this.#redraw(),
  });

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly season: () => SeasonOptions,
  ) {}

  /** What a run registers. */
  entries(input: string): readonly SlipEntry[] {
    return this.#typed.map(({ number, values, outcome, picture, unread = [] }) => ({
      ...{ input: picture ?? input, number, values, unread },
      ...(outcome ? { outcome } : {}),
    }));
  }

  clear(): void {
    this.#typed = [];
    this.#pictures.clear();
  }

  show(fault?: SlipFault): void {
    this.screen.go({ kind: "slips", typed: this.#typed, pictures: this.#pictures.state, ...(fault ? { fault } : {}) });
  }

  /** Whether a number is somebody's whose slip was not typed yet; why not is said. */
  async check(number: string): Promise<boolean> {
    return (await this.#found(number)) !== undefined;
  }

  /** Takes a slip; resolves to whether it was taken. */
  async add(number: string, said: SlipSaid): Promise<boolean> {
    const found = await this.#found(number);
    if (!found) return false;
    this.#typed = [...this.#typed, { ...found, ...said }];
    this.show();
    return true;
  }

  /** Takes the last slip back. */
  undo(): void {
    this.#typed = this.#typed.slice(0, -1);
    this.show();
  }

  /**
   * Reads pictures, scans and ZIP files of them.
   * @throws WorkbookError for a ZIP that cannot be opened
   */
  addPictures(files: readonly File[]): Promise<void> {
    return this.#pictures.add(files);
  }

  stopPictures(): void {
    this.#pictures.stop();
  }

  /** Takes all pictures back, with the slips that came by them. */
  dropPictures(): void {
    this.#pictures.clear();
    this.#typed = this.#typed.filter(({ picture }) => picture === undefined);
    this.show();
  }

  /** Takes the number that somebody read on a page; resolves to whether it was taken. */
  async typePicture(page: SlipPicture, number: string): Promise<boolean> {
    const found = await this.#found(number);
    if (!found) return false;
    this.#typed = [...this.#typed, { ...found, values: {}, picture: page.name }];
    this.#pictures.typed(page, found);
    this.show();
    return true;
  }

  skipPicture(page: SlipPicture): void {
    this.#pictures.skip(page);
  }

  // Pictures go on being read while other views are on show.
  #redraw(): void {
    const { view } = this.screen;
    if (view.kind === "slips") this.screen.go({ ...view, typed: this.#typed, pictures: this.#pictures.state });
  }

  async #onPage({ name, codes }: ScannedPage): Promise<Pick<SlipPicture, "slips" | "faults">> {
    const slips: PictureSlip[] = [];
    const faults: SlipFault[] = [];
    const onPage = codes.length === 0 ? [] : await this.engine.slipsOn(codes, this.season());
    for (const { number, found } of onPage) {
      if (found.kind !== "found") faults.push({ number, why: found.kind });
      else if (this.#has(found)) slips.push({ ...found, isDouble: true });
      else {
        slips.push(found);
        this.#typed = [...this.#typed, { ...found, values: {}, picture: name }];
      }
    }
    return { slips, faults };
  }

  async #onList(file: File): Promise<Pick<SlipPicture, "slips" | "faults">> {
    const slips: PictureSlip[] = [];
    const faults: SlipFault[] = [];
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (const { entry, found } of await this.engine.slipsIn({ name: file.name, bytes }, this.season())) {
      const { number, values, outcome, unread } = entry;
      if (found.kind !== "found") faults.push({ number, why: found.kind });
      else if (this.#has(found)) slips.push({ ...found, isDouble: true });
      else {
        slips.push(found);
        this.#typed = [...this.#typed, { ...found, values, unread, picture: file.name, ...(outcome ? { outcome } : {}) }];
      }
    }
    return { slips, faults };
  }

  #has({ number }: FoundSlip): boolean {
    return this.#typed.some((slip) => slip.number === number);
  }

  async #found(text: string): Promise<FoundSlip | undefined> {
    const number = text.trim();
    if (number === "") return undefined;
    const found: SlipFound = await this.engine.slipOf(number, this.season());
    const why = found.kind !== "found" ? found.kind : this.#has(found) ? "twice" : undefined;
    this.show(why && { number, why });
    return why === undefined && found.kind === "found" ? found : undefined;
  }
}
