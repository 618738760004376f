// `recovery report`: the six files for leaders, schools, inspectors, the province and the bank, and a copy of the book that remembers their figures.
import { report, type ReportOutcome } from "../actions/report";
import { figureText, figureWords } from "../sheets/reports/report-archive";
import { jsonText } from "./money-json";
import { type BookOptions, openSession, portsOf, saveAll, type Terminal } from "./session";

/** Makes the reports as of the day of `--as-of`. */
export async function reportCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, { ...options, ...(options.asOf ? { today: options.asOf } : {}) }, terminal);
  const outcome = await report.run(session.season, portsOf(session));
  await saveAll(session);
  terminal.out(options.json ? jsonText(reportJson(outcome)) : reportText(outcome));
}

function reportJson({ asOf, hash, files }: ReportOutcome): object {
  return { asOf, hash, files: files.map(({ kind, file }) => ({ kind, file })) };
}

function sinceLines({ since }: ReportOutcome): readonly string[] {
  switch (since.kind) {
    case "first":
      return ["这是本工作簿第一次生成上报材料"];
    case "edited":
      return ["“上报存档”最后一行被改动过，本次不作比较；请以原来发出的文件为准"];
    case "compared": {
      const { asOf, isSame, changes } = since;
      if (isSame) return [`与上次（截至 ${asOf}）完全相同`];
      if (changes.length === 0) return [`与上次（截至 ${asOf}）相比，全县数字没有变化，学校或名单有变化`];
      return [
        `与上次（截至 ${asOf}）相比：`,
        ...changes.map(
          ({ measure, before, now }) => `  ${figureWords[measure]}：${figureText(measure, before)} → ${figureText(measure, now)}`,
        ),
      ];
    }
  }
}

/** The reports as a clerk reads them. */
export function reportText(outcome: ReportOutcome): string {
  const { asOf, hash, files, tabs } = outcome;
  return `${[
    `截至 ${asOf}：${files.length} 个文件，内容校验码 ${hash}`,
    ...files.map(({ file }) => `  ${file}`),
    ...sinceLines(outcome),
    `已写入：${tabs.join("、")}`,
  ].join("\n")}\n`;
}
