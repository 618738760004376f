// How far a job is, as it is told on the way.

/** What a job is at: reading the book or files, checking, making files, or writing tabs. */
export type Stage = "reading" | "checking" | "files" | "tabs";

/** So many of so many are done, 0 when nobody knows. */
export type Step = (stage: Stage, done: number, total: number) => void;
