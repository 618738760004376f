// What a letter is asked for by, light enough for the pane itself.

/** The letters that are worth a look before all are printed. */
export const letterCases = ["longest", "most-contracts", "zero-principal", "partly-paid"] as const;

/** One of them. */
export type LetterCase = (typeof letterCases)[number];

/** The papers that are nobody's own. */
export const formPapers = ["leaflet", "blank-notice", "statements"] as const;

/** One of them. */
export type FormPaper = (typeof formPapers)[number];

/** Which letter is wanted: by its place from 0, the next one whose name or number has this text, a case, or a paper that is nobody's own. */
export type LetterWish =
  | { readonly at: number }
  | { readonly text: string; readonly after: number }
  | { readonly like: LetterCase }
  | { readonly form: FormPaper };
