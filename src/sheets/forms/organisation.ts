// The leading group (领导小组) of a season: its roles and the people in them, read from a sheet of the book or from 设置, never from the program.
import { tableIn } from "../reading/own-table";
import type { SeasonBook } from "../reading/reading";

/** One role with the person in it; blank where nobody is named. */
export interface Role {
  readonly role: string;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
}

/** The headings of the table. */
export const organisationHeadings = ["小组职务", "姓名", "单位及职务", "联系电话"] as const;

// The notice's own roles.
const roles = ["组长", "副组长", "成员", "办公室主任"];

/** The roles of the book's table 领导小组, else those of the notice with whom 设置 names. */
export function organisationOf({ sheets, season }: Pick<SeasonBook, "sheets" | "season">): readonly Role[] {
  const tables = sheets.flatMap(({ grid }) => tableIn(grid, organisationHeadings) ?? []);
  const named = tables.flatMap((table) =>
    table.rows.flatMap((row): Role[] => {
      const [role = "", name = "", post = "", phone = ""] = organisationHeadings.map((heading) => table.text(row, heading));
      return role === "" ? [] : [{ role, name, post, phone }];
    }),
  );
  return named.length > 0 ? named : roles.map((role) => ({ role, name: season.texts.get(role)?.trim() ?? "", post: "", phone: "" }));
}
