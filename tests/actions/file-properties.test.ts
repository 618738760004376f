// What produced files say of themselves (docProps), where every file manager shows it: title, county and product, and nothing of any person.
import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { feedback } from "../../src/actions/feedback";
import { notices } from "../../src/actions/notices";
import { OpenSeason } from "../../src/actions/season";
import { split } from "../../src/actions/split";
import { day } from "../../src/domain/values/day";
import { countyBook } from "../../src/sample/book";
import { sampleCounty } from "../../src/sample/county";
import { gridOfSpec } from "../../src/sheets/writing/spec-grid";
import { writeBook } from "../../src/xlsx/write-book";
import { RecordingFiles, RecordingWorkbook } from "../support/recording";

const today = day("2019-11-20");
const county = sampleCounty({ persons: 60, seed: 4 });

/** The properties of every file of a split and of the letters, by file name. */
async function produced(): Promise<ReadonlyMap<string, { readonly core: string; readonly app: string }>> {
  const grids = countyBook(county).sheets.map((spec) => gridOfSpec(spec, spec.name));
  const workbook = new RecordingWorkbook(grids);
  const read = await OpenSeason.open(workbook, { clock: today, today });
  const files = new RecordingFiles();
  const [firstPerson, second] = read.book.roster.persons;
  const standings = new Map(read.standingsOn(today));
  standings.set(second!.key, { ...standings.get(second!.key)!, stop: "paid" });
  const season = new OpenSeason(read.book, { held: new Set([firstPerson!.key]), standings });
  await split.run(season, { workbook, files }, { encrypt: () => "abcd-2345-efgh" });
  await notices.run(season, { workbook, files });
  await feedback.run(season, { workbook, files });
  const made = await Promise.all(
    [...files.added, { name: "样本.xlsx", book: countyBook(county) }].map(async ({ name, book: spec }) => {
      const parts = unzipSync(await writeBook(spec));
      const part = (path: string) => strFromU8(parts[`docProps/${path}.xml`]!);
      return [name, { core: part("core"), app: part("app") }] as const;
    }),
  );
  return new Map(made);
}

const tagsOf = (xml: string) =>
  Object.fromEntries([...xml.matchAll(/<(?:\w+:)?(\w+)>([^<]*)</g)].map(([, tag = "", text = ""]): [string, string] => [tag, text]));

describe("the properties of produced files", () => {
  test("are title with county and season, and the product; nothing else", async () => {
    const files = await produced();
    const titles = new Map<string, string>();
    for (const [name, { core, app }] of files) {
      const { title = "", ...rest } = tagsOf(core);
      titles.set(name, title);
      expect([name, rest, tagsOf(app)]).toEqual([
        name,
        { creator: "助学贷款回收助手" },
        { Application: "Microsoft Excel", DocSecurity: "0" },
      ]);
      for (const { name: person, citizenId } of county.persons) expect(title.includes(person) || core.includes(citizenId)).toBe(false);
    }
    const papers = [...titles].map(
      ([name, title]) => [name.replace(/_[^_]+?(?=_v1|_2019|\.xlsx)/, "_某校"), title.replace(/（[^）]+）/, "（某校）")] as const,
    );
    expect(Object.fromEntries(papers)).toEqual({
      "蒲城县2019催收名单_某校_v1_20191120.xlsx": "蒲城县2019年助学贷款催收名单（某校）",
      "中心留存/密码清单.xlsx": "蒲城县2019年助学贷款密码清单",
      "待划分.xlsx": "蒲城县2019年助学贷款待划分名单",
      "催收通知书_某校.xlsx": "蒲城县2019年助学贷款催收通知书（某校）",
      "蒲城县2019每日反馈_某校_20191120.xlsx": "蒲城县2019年助学贷款每日反馈（某校）",
      "中心留存/暂不发送名单.xlsx": "蒲城县2019年助学贷款暂不发送名单",
      "样本.xlsx": "蒲城县2019年助学贷款本息回收",
    });
    for (const [name, title] of titles) {
      const school = /（(.+)）$/.exec(title)?.[1];
      if (school !== undefined) expect(name).toContain(school);
    }
  });
});
