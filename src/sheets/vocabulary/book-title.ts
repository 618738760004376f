// What a file of ours says of itself in its properties, where every file manager shows it: county, season and kind of paper, a school at most.
import type { Season } from "../../domain/record/season";

/** The title of a file. No name of a person has any business in it. */
export function bookTitle({ county, year }: Pick<Season, "county" | "year">, paper: string, school?: string): string {
  return `${county}${year}年助学贷款${paper}${school === undefined ? "" : `（${school}）`}`;
}
