// What a letter is asked for by, light enough for the pane itself.

/** The letters that are worth a look before all are printed. */
export const letterCases = ["longest", "most-contracts", "zero-principal", "partly-paid"] as const;

/** One of them. */
export type LetterCase = (typeof letterCases)[number];

/** Which letter is wanted: by its place from 0, the next one whose name or number has this text, or a case. */
export type LetterWish = { readonly at: number } | { readonly text: string; readonly after: number } | { readonly like: LetterCase };
