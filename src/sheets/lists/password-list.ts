// 密码清单: the passwords of the schools' files, for the centre alone; to be told by telephone, never sent along with the file.
import type { Season } from "../../domain/record/season";
import { bookTitle } from "../vocabulary/book-title";
import type { Grid } from "../grid";
import { tableIn } from "../reading/own-table";
import type { BookSpec } from "../writing/spec";
import { listFrame } from "../writing/tab-frames";

/** What the list is called. */
export const passwordListName = "密码清单";

/** The file name of the list within what is handed out. */
export const passwordFile = `中心留存/${passwordListName}.xlsx`;

const headings = ["序号", "责任学校", "密码", "包联人", "文件"] as const;

/** A school's password, with the file that it opens. */
export interface KnownPassword {
  readonly school: string;
  readonly file: string;
  readonly password: string;
}

/** The passwords that lists among the sheets hold. */
export function passwordsIn(grids: readonly Grid[]): readonly KnownPassword[] {
  return grids.flatMap((grid) => {
    const table = tableIn(grid, headings);
    return (table?.rows ?? []).flatMap((row) => {
      const [school = "", file = "", password = ""] = (["责任学校", "文件", "密码"] as const).map((heading) => table?.text(row, heading));
      return password === "" ? [] : [{ school, file, password }];
    });
  });
}

/** The passwords that may open a file: those of lists that name the file, or the school that its name names. */
export function passwordsFor(name: string, known: readonly KnownPassword[]): readonly string[] {
  const own = known.filter(({ school, file }) => file === name || (school !== "" && name.includes(school)));
  return [...new Set(own.map(({ password }) => password))];
}

/** The list as a workbook. */
export function passwordBook(
  lines: readonly { readonly school: string; readonly file: string; readonly password: string; readonly liaison: string }[],
  season: Pick<Season, "county" | "year">,
): BookSpec {
  return {
    title: bookTitle(season, passwordListName),
    sheets: [
      {
        tab: "passwords",
        name: passwordListName,
        columns: [
          { width: 6, style: "cellCenter" },
          { width: 24, style: "cell" },
          { width: 18, style: "cellCenter" },
          { width: 12, style: "cell" },
          { width: 60, style: "cell" },
        ],
        rows: [
          ["名单文件密码清单"],
          ["仅供县资助中心留存。请打电话把密码告诉学校，不要和文件一起发送。密码都是小写字母和数字，没有 0、1、l、o。"],
          headings,
          ...lines.map(({ school, password, liaison, file }, index) => [index + 1, school, password, liaison, file]),
        ],
        ...listFrame({ right: 4 }),
      },
    ],
  };
}
