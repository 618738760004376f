// Deciding on what schools returned: the answers given so far, question by question or to all of a kind, until they are carried out in one go.
import type { QuestionGroup } from "../engine/question-list";
import type { EnginePort } from "../engine/start-engine";
import type { Screen } from "../shell/screen";

/** The answers that wait to be carried out. */
export class Deciding {
  #groups: readonly QuestionGroup[] = [];
  #answers: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly engine: EnginePort,
    private readonly screen: Screen,
  ) {}

  /** By question, what would be written beside it; "" where the answer was taken back. */
  get answers(): ReadonlyMap<string, string> {
    return this.#answers;
  }

  clear(): void {
    [this.#groups, this.#answers] = [[], new Map()];
  }

  /** Shows the questions of the book as it is now; answers to those that are gone are forgotten. */
  async show(): Promise<void> {
    this.#groups = await this.engine.questions();
    const keys = new Set(this.#groups.flatMap(({ questions }) => questions.map(({ key }) => key)));
    this.#answers = new Map([...this.#answers].filter(([key]) => keys.has(key)));
    this.#draw();
  }

  /** Answers one question; the same answer again takes it back. */
  answer(key: string, text: string): void {
    const isAgain = this.#answerTo(key) === text;
    this.#answers = new Map([...this.#answers, [key, isAgain ? "" : text]]);
    this.#draw();
  }

  /** Gives one answer to all questions of a kind to which it may be given; again, it is taken back. */
  answerAll(sort: string, text: string): void {
    const all = this.#groups.find((group) => group.sort === sort)?.questions ?? [];
    const meant = all.filter(({ answers }) => answers.some((answer) => answer.text === text));
    const isAgain = meant.every(({ key }) => this.#answerTo(key) === text);
    this.#answers = new Map([...this.#answers, ...meant.map(({ key }): [string, string] => [key, isAgain ? "" : text])]);
    this.#draw();
  }

  #answerTo(key: string): string {
    const written = this.#groups.flatMap(({ questions }) => questions).find((question) => question.key === key)?.written ?? "";
    return this.#answers.get(key) ?? written;
  }

  #draw(): void {
    this.screen.go({ kind: "questions", groups: this.#groups, answers: this.#answers });
  }
}
