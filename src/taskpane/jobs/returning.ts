// Taking in what the schools returned: the files chosen so far, and the passwords that open them.
import type { Say } from "../../i18n/pane";
import type { ReturnedFile } from "../engine/request";
import type { EnginePort } from "../engine/start-engine";
import { bookFiles, isZip } from "./handed-files";
import { counted, listed } from "../shell/say-things";
import type { Screen } from "../shell/screen";

const lockedAmong = (files: readonly ReturnedFile[]) => files.filter(({ isLocked }) => isLocked);

/** The returned files that wait to be merged. */
export class Returning {
  #files: readonly ReturnedFile[] = [];
  #opening = 0;

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
    private readonly say: Say,
  ) {}

  get files(): readonly ReturnedFile[] {
    return this.#files;
  }

  /** Forgets the files. */
  clear(): void {
    this.#files = [];
  }

  /** Goes to the files chosen so far. */
  show(): void {
    this.screen.go({ kind: "collect", isOpening: this.#opening > 0 });
  }

  /** Adds files, those in ZIP files one by one; one that was chosen before takes the place of its namesake. */
  async add(handed: readonly File[]): Promise<void> {
    const { books: given, others } = await bookFiles(handed, { withZip: true });
    const books = given.some(({ name }) => isZip(name)) ? await this.engine.unpack(given) : given;
    const added = new Set(books.map(({ name }) => name));
    this.#files = [...this.#files.filter(({ name }) => !added.has(name)), ...books];
    await this.#open([]);
    if (others.length > 0) this.#tell(this.say("collect.wrong", { files: listed(this.say, others) }));
  }

  remove(name: string): void {
    this.#files = this.#files.filter((file) => file.name !== name);
    this.show();
  }

  /** Tries a password on every file that needs one. */
  async unlock(password: string): Promise<void> {
    const before = lockedAmong(this.#files);
    await this.#open([password]);
    const locked = lockedAmong(this.#files);
    const opened = before.filter(({ name }) => !locked.some((file) => file.name === name)).length;
    this.#tell(opened === 0 ? this.say("collect.password.wrong") : this.say("collect.unlocked", { count: counted(opened) }));
  }

  // Files may be added or removed while others are being opened.
  async #open(passwords: readonly string[]): Promise<void> {
    const asked = this.#files;
    this.#opening++;
    this.show();
    try {
      const opened = await this.engine.unlock(asked, passwords);
      const now = new Map(asked.map((file, index) => [file, opened[index] ?? file]));
      this.#files = this.#files.map((file) => now.get(file) ?? file);
    } finally {
      this.#opening--;
    }
    if (this.#isOnShow) this.show();
  }

  #tell(news: string): void {
    if (this.#isOnShow) this.screen.tell(news);
  }

  get #isOnShow(): boolean {
    return this.screen.view.kind === "collect";
  }
}
