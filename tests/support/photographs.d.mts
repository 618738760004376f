/** Seeded chance. */
export function dice(seed: number): () => number;
/** What the worst of the pictures are like: 1 MP of a whole letter, turned, skewed, in the shade, squeezed to JPEG 40. */
export function degradedLetter(seed: number, number: string): Buffer;
/** Some slips on a table in one picture. */
export function degradedSlips(seed: number, numbers: readonly string[]): Buffer;
