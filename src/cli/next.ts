// `recovery next`: the next season's book, and the old one whole as an archive.
import { nextSeason, type NextSeasonOutcome } from "../actions/next-season";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, type Terminal } from "./session";

/** Rolls the season over. */
export async function nextCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], { mayLackList: true });
  const outcome = await nextSeason.run(session.season, portsOf(session));
  // Nothing was written into it: an xlsx is archived byte for byte.
  const archive = (await session.copyIn("")).replace(/(?:_回收\d*)?(\.[^.]*)$/, "_归档$1");
  session.files.addBytes(archive, await session.workbook.bytes());
  await session.files.commit();
  session.bar.stop();
  const { year, file, kept, archived, toFill, toCheck } = outcome;
  terminal.out(options.json ? jsonText({ year, file, archive, kept, archived, toFill, toCheck }) : nextText(outcome, archive));
}

function nextText({ year, file, kept, archived, toFill, toCheck }: NextSeasonOutcome, archive: string): string {
  const lines = [
    `${year} 年度的工作簿：${file}`,
    `  沿用：${kept.length > 0 ? kept.join("、") : "没有；设置是新做的"}`,
    `上一年度原样归档：${archive}`,
    `  只在归档里：${archived.join("、")}`,
    ...(toFill.length > 0 ? [`设置里请重新填写：${toFill.join("、")}`] : []),
    ...(toCheck.length > 0 ? [`设置里还写着上一年，请核对：${toCheck.join("、")}`] : []),
    "沿用的联系表和辖区划分请各校核对后使用；再把新的应还名单放进来。",
  ];
  return `${lines.join("\n")}\n`;
}
