// What the pane shows at a moment, and what a person may do with it.
import type { ActionId } from "../../actions/index";
import type { Beginning, Table } from "../../actions/begin";
import type { FormulaAbout } from "../../sheets/reading/formulas-about";
import type { Day } from "../../domain/values/day";
import type { FieldId } from "../../domain/record/field";
import type { Language } from "../../i18n/index";
import type { Say } from "../../i18n/pane";
import type { SlipSaid } from "../../domain/returns/slip";
import type { SlipFault, TypedSlip } from "../engine/slip-found";
import type { SlipPicture, SlipPictures } from "../jobs/slip-pictures";
import type { Draft } from "../jobs/correct-draft";
import type { Left } from "./host";
import type { Home, Outcome, Plan } from "../engine/engine";
import type { Explained, Question } from "../engine/explained";
import type { FindingFilter, FindingList, Repair, TreatableFinding } from "../engine/finding-list";
import type { FoundSheet } from "../engine/found-sheets";
import type { QuestionGroup } from "../engine/question-list";
import type { Overview } from "../engine/overview";
import type { LetterPreview } from "../engine/letter-preview";
import type { LetterWish } from "../engine/letter-wish";
import type { NoticeChoice } from "../../actions/notice-choice";
import type { ReturnedFile } from "../engine/request";
import type { SheetUse } from "../engine/sheet-to-correct";
import type { Stage } from "../engine/step";

/** What the user has chosen for the next press. */
export interface Choices {
  readonly encrypt: boolean;
  readonly tabs: boolean;
  /** Whether later lists leave out whoever may not be approached. */
  readonly leavesOut: boolean;
  /** Which letters are printed. */
  readonly letters: NoticeChoice;
  /** The one file that is taken back; "" for the whole run. */
  readonly file: string;
  /** The version of the lists; undefined for the one that the book knows. */
  readonly version?: number;
}

/** What is to be done about findings, waiting to be written, and whether what was written last may be taken back. */
export interface Treating {
  readonly accept: ReadonlyMap<string, Repair>;
  readonly dismiss: ReadonlyMap<string, TreatableFinding>;
  readonly reason: string;
  readonly canUndo: boolean;
}

/** How far the running job is. */
export interface Running {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  readonly isCancelling: boolean;
}

/** The view on show. */
export type View =
  | { readonly kind: "open"; readonly passwordFor: string | undefined }
  | { readonly kind: "busy"; readonly text: string }
  | { readonly kind: "season"; readonly home: Home }
  | {
      readonly kind: "recognise";
      readonly overview: Overview | undefined;
      readonly sheets: readonly string[];
      readonly two: readonly string[];
      /** The sheets whose recognition may be corrected. */
      readonly correctable: readonly string[];
    }
  | { readonly kind: "correct"; readonly draft: Draft }
  | { readonly kind: "collect"; readonly isOpening: boolean }
  /** `answers`: by question, what would be written beside it. */
  | { readonly kind: "questions"; readonly groups: readonly QuestionGroup[]; readonly answers: ReadonlyMap<string, string> }
  | { readonly kind: "slips"; readonly typed: readonly TypedSlip[]; readonly pictures: SlipPictures; readonly fault?: SlipFault }
  /** `missed`: what was asked for and is not there. */
  | { readonly kind: "letter"; readonly preview: LetterPreview; readonly missed?: LetterWish }
  | { readonly kind: "plan"; readonly action: ActionId; readonly plan: Plan }
  | { readonly kind: "running"; readonly action: ActionId; readonly running: Running }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | {
      readonly kind: "findings";
      readonly list: FindingList;
      /** The finding that the user has come to, by its place in what is shown; -1 before the first. */
      readonly at: number;
      /** Whether the book has changed since it was read. */
      readonly isStale: boolean;
      /** The outcome from which the user came. */
      readonly outcome?: Outcome;
    }
  | {
      readonly kind: "no-list";
      readonly text: string;
      readonly sheets: readonly FoundSheet[];
      /** Whether there is a sheet whose recognition may be corrected. */
      readonly canCorrect: boolean;
      /** Whether blank forms can be made from what else is in the book. */
      readonly canForm: boolean;
      /** The tables that the book lacks. */
      readonly lacks: readonly Table[];
    }
  | { readonly kind: "explain"; readonly explained: Explained; readonly question?: Question }
  /** `isOpening`: it was a file that could not be opened; `lacksSchools`: nothing in the book says who is responsible for whom. */
  | { readonly kind: "problem"; readonly text: string; readonly isOpening: boolean; readonly lacksSchools: boolean };

/** Everything that a view draws from. */
export interface Scene {
  readonly language: Language;
  readonly say: Say;
  readonly view: View;
  readonly choices: Choices;
  /** What the schools returned, as far as it has been chosen. */
  readonly returned: readonly ReturnedFile[];
  /** The sheet that counts as the list; undefined for all lists together. */
  readonly sheet: string | undefined;
  /** The day that the clock shows. */
  readonly clock: Day;
  /** The day that the user has chosen to count as today. */
  readonly today: Day | undefined;
  /** One line about what has just happened. */
  readonly notice: string | undefined;
  readonly bookName: string;
  /** Whether the book is a file, so that its copy is saved by a button. */
  readonly isFile: boolean;
  readonly canShow: boolean;
  /** Whether there is a cell that the user has selected. */
  readonly canSelect: boolean;
  /** Whether there are rows that the user has selected. */
  readonly canSelectRows: boolean;
  readonly canSave: boolean;
  /** Whether a made file can be opened as a new workbook; only where it cannot be saved. */
  readonly canOpen: boolean;
  readonly canClearMarks: boolean;
  /** Where the page can be had as one file. */
  readonly oneFile: string | undefined;
  /** Whether a backup is offered before the first writing, or has been saved; undefined once the book was written into, or where none can be had. */
  readonly backup: "offered" | "saved" | undefined;
  /** What became of a writing that was cut short, as the last reading found it. */
  readonly left: Left | undefined;
  /** The user's formulas about tabs that the plan on show replaces or takes away. */
  readonly formulas: readonly FormulaAbout[];
  /** What is to be done about findings. */
  readonly treating: Treating;
  readonly controls: Controls;
}

/** What a person may do. */
export interface Controls {
  readonly openFiles: (files: readonly File[]) => void;
  readonly openWithPassword: (password: string) => void;
  readonly openOther: () => void;
  readonly trySample: () => void;
  /** Lays down the tables that the book lacks. */
  readonly beginSeason: (beginning: Beginning) => void;
  readonly home: () => void;
  readonly reread: () => void;
  readonly setToday: (day: Day | undefined) => void;
  readonly recognise: () => void;
  readonly useSheet: (sheet: string | undefined) => void;
  readonly correctSheet: (name: string) => void;
  readonly setUse: (use: SheetUse) => void;
  readonly setHeaderRow: (row: number) => void;
  readonly setField: (column: number, field: FieldId | undefined) => void;
  readonly saveCorrection: () => void;
  readonly dropCorrection: () => void;
  readonly choose: (action: ActionId) => void;
  readonly addReturned: (files: readonly File[]) => void;
  readonly removeReturned: (name: string) => void;
  readonly unlockReturned: (password: string) => void;
  readonly setChoices: (choices: Partial<Choices>) => void;
  /** Takes the rows that are selected in the sheet as those whose letters are printed. */
  readonly chooseRows: () => void;
  readonly preview: () => void;
  readonly turnLetter: (wish: LetterWish) => void;
  readonly planCollect: () => void;
  /** Answers a question of what schools returned; the same answer again takes it back. */
  readonly answer: (question: string, text: string) => void;
  readonly answerAll: (sort: string, text: string) => void;
  readonly planDecide: () => void;
  /** Whether a number is somebody's whose slip may be entered. */
  readonly checkSlip: (number: string) => Promise<boolean>;
  readonly addSlip: (number: string, said: SlipSaid) => Promise<boolean>;
  readonly undoSlip: () => void;
  /** Reads photographs and scans of slips. */
  readonly addPictures: (files: readonly File[]) => void;
  readonly stopPictures: () => void;
  readonly dropPictures: () => void;
  readonly skipPicture: (page: SlipPicture) => void;
  /** Takes the number that somebody read on a picture; resolves to whether it was taken. */
  readonly typePicture: (page: SlipPicture, number: string) => Promise<boolean>;
  readonly planSlips: () => void;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly showFindings: () => void;
  readonly filterFindings: (filter: FindingFilter) => void;
  readonly stepFinding: (by: 1 | -1) => void;
  readonly goToFinding: (place: number) => void;
  readonly recheck: () => void;
  readonly acceptFinding: (finding: TreatableFinding) => void;
  readonly acceptAll: (rule: string) => void;
  readonly dismissFinding: (finding: TreatableFinding) => void;
  readonly setTreatmentReason: (reason: string) => void;
  readonly dropTreatment: () => void;
  readonly writeTreatment: () => void;
  readonly undoTreatment: () => void;
  readonly showOutcome: () => void;
  readonly explainSelected: () => void;
  readonly explainFigure: (question: Question) => void;
  readonly showCell: (sheet: string, cell: string) => void;
  readonly clearMarks: () => void;
  readonly saveFiles: () => void;
  readonly openMade: (file: string) => void;
  readonly saveCopy: () => void;
  /** Tidies up what a writing that was cut short has left. */
  readonly tidy: () => void;
  /** Saves the book as it stands. */
  readonly saveBackup: () => void;
  readonly retry: () => void;
}
