// Slips from photographs and scans: read beside the pane while it stays usable, each page with what was recognised on it.
import type { HandedPictures, ScannedPage } from "../engine/scan-desk";
import type { PictureSlip, SlipFault } from "../engine/slip-found";
import { WorkbookError } from "../../actions/workbook";
import { isWorkbook } from "./handed-files";
import { type Scanning, startScanning } from "../engine/start-scanning";

/** A picture, or a page of a scan, that was read. */
export interface SlipPicture {
  readonly name: string;
  /** Where to look at it; absent where it cannot be shown, or need not be looked at. */
  readonly address?: string;
  readonly slips: readonly PictureSlip[];
  readonly faults: readonly SlipFault[];
  /** Whether somebody has looked at it and leaves it as it is. */
  readonly isSkipped?: boolean;
}

/** The pictures so far. */
export interface SlipPictures {
  readonly pages: readonly SlipPicture[];
  /** How far reading is; absent when nothing is being read. */
  readonly reading?: { readonly done: number; readonly total: number };
  /** What was handed over and is no picture. */
  readonly others: readonly string[];
  /** Whether this machine cannot read pictures at all. */
  readonly isUnable: boolean;
}

/** What reading pictures needs of the place where slips are gathered. */
export interface PictureTaker {
  /** Takes the slips whose codes are on a page. */
  readonly take: (page: ScannedPage) => Promise<Pick<SlipPicture, "slips" | "faults">>;
  /**
   * Takes the slips of a list.
   * @throws WorkbookError when it cannot be read
   */
  readonly takeList: (file: File) => Promise<Pick<SlipPicture, "slips" | "faults">>;
  /** Called whenever there is something new to show. */
  readonly changed: () => void;
}

const none: SlipPictures = { pages: [], others: [], isUnable: false };

/** Drawing thousands of pages takes time; news of them is shown as often as this, in milliseconds. */
const drawnEvery = 250;

/** Whether somebody must look at a page: nothing was recognised on it, or something that is not taken. */
export function asksForLook({ slips, faults, isSkipped }: SlipPicture): boolean {
  return !isSkipped && (slips.length === 0 || faults.length > 0);
}

/** The reading of pictures in the pane. */
export class PictureReading {
  #state = none;
  // Whoever reads for an earlier state finds that it is not this one any more.
  #batch = 0;
  #drawnAt = 0;

  constructor(private readonly taker: PictureTaker) {}

  get state(): SlipPictures {
    return this.#state;
  }

  /** Forgets the pictures, and stops reading. */
  clear(): void {
    this.#batch++;
    for (const { address } of this.#state.pages) if (address !== undefined) URL.revokeObjectURL(address);
    this.#state = none;
  }

  /** Stops reading; what was read stays. */
  stop(): void {
    this.#batch++;
    const { pages, others, isUnable } = this.#state;
    this.#change({ pages, others, isUnable }, true);
  }

  /**
   * Reads pictures, scans and what is in ZIP files.
   * @throws WorkbookError for a ZIP that is damaged or too large
   */
  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.#state.reading) return;
    const batch = ++this.#batch;
    this.#change({ ...this.#state, others: [], reading: { done: 0, total: 0 } }, true);
    const unreadable = await this.#takeLists(files.filter(({ name }) => isWorkbook(name)));
    const scans = files.filter(({ name }) => !isWorkbook(name));
    const scanning = scans.length === 0 ? undefined : await startScanning().catch(() => undefined);
    try {
      this.#change({ ...this.#state, others: unreadable }, true);
      if (scans.length === 0) return;
      if (!scanning) return this.#change({ ...this.#state, isUnable: true });
      const { pictures, others } = await scanning.desks[0].unpack(scans);
      this.#change({ ...this.#state, others: [...unreadable, ...others], reading: { done: 0, total: pictures.length } }, true);
      await this.#readAll(scanning, pictures, () => batch === this.#batch);
    } finally {
      scanning?.close();
      if (batch === this.#batch) this.stop();
    }
  }

  /** Says that a page was typed by hand. */
  typed(page: SlipPicture, slip: PictureSlip): void {
    this.#settle(page, { slips: [...page.slips, slip], faults: [] });
  }

  /** Leaves a page as it is. */
  skip(page: SlipPicture): void {
    this.#settle(page, { isSkipped: true });
  }

  #settle(page: SlipPicture, settled: Partial<SlipPicture>): void {
    const pages = this.#state.pages.map((one) => (one === page ? { ...one, ...settled } : one));
    this.#change({ ...this.#state, pages }, true);
  }

  async #readAll({ desks }: Scanning, pictures: HandedPictures["pictures"], isWanted: () => boolean): Promise<void> {
    const rest = pictures.values();
    // Pictures are read side by side and taken in their order: which of two is the double does not depend on the machine.
    let turn = Promise.resolve();
    const lane = async (desk: Scanning["desks"][number]) => {
      for (const file of rest) {
        // A file that is gone by now is one that nobody has recognised.
        const pages = desk.read(file).catch((): readonly ScannedPage[] => [{ name: file.name, codes: [] }]);
        const taken = turn.then(async () => {
          for (const page of await pages) if (isWanted()) await this.#take(page);
        });
        turn = taken;
        await taken;
        if (!isWanted()) return;
        const { reading = { done: 0, total: pictures.length } } = this.#state;
        this.#change({ ...this.#state, reading: { ...reading, done: reading.done + 1 } });
      }
    };
    await Promise.all(desks.map(lane));
  }

  // Resolves to those that cannot be read.
  async #takeLists(lists: readonly File[]): Promise<readonly string[]> {
    const unreadable: string[] = [];
    for (const file of lists) {
      try {
        const page: SlipPicture = { name: file.name, ...(await this.taker.takeList(file)) };
        this.#change({ ...this.#state, pages: [...this.#state.pages, page] });
      } catch (error) {
        if (!(error instanceof WorkbookError)) throw error;
        unreadable.push(file.name);
      }
    }
    return unreadable;
  }

  async #take(scanned: ScannedPage): Promise<void> {
    const { name, picture } = scanned;
    const batch = this.#batch;
    const page: SlipPicture = { name, ...(await this.taker.take(scanned)) };
    if (batch !== this.#batch) return;
    const shown = picture && asksForLook(page) ? { ...page, address: URL.createObjectURL(picture) } : page;
    this.#change({ ...this.#state, pages: [...this.#state.pages, shown] });
  }

  #change(state: SlipPictures, isUrgent = false): void {
    this.#state = state;
    const now = performance.now();
    if (!isUrgent && now - this.#drawnAt < drawnEvery) return;
    this.#drawnAt = now;
    this.taker.changed();
  }
}
