// `recovery split`: one workbook per responsible school, and the proof that the parts are the whole.
import { split, type SplitOutcome } from "../actions/split";
import type { CheckedErrors } from "../actions/check-book";
import type { Files } from "../actions/workbook";
import { stopLabel } from "../sheets/notices/withheld";
import { passwordBytes, passwordFrom } from "../domain/values/password";
import { fen, groupedYuan, yuanText } from "../domain/values/money";
import { centreFolder, refusePlain, sealed, seasonFolders } from "./folders";
import { figureNames } from "./check";
import { jsonText, totalsJson } from "./money-json";
import { type BookOptions, listsAndBank, openSession, portsOf, type Session, type Terminal } from "./session";

/** Splits a book; the centre's copy with 拆分清单 stands in a folder of its own, and lists with passwords in the one that is sent. */
export async function splitCommand(path: string, options: BookOptions, terminal: Terminal): Promise<void> {
  const session = await openSession(path, options, terminal, [], { forgets: listsAndBank, growth: 60, makesBooks: true });
  const { files, workbook } = session;
  const drop = (name: string) => {
    files.drop(name);
  };
  const outcome = await runSplit(session, options.encrypt ? sealed(files, drop) : files, options);
  files.addBytes(`${centreFolder}/${await session.copyIn(centreFolder)}`, await workbook.bytes());
  if (options.encrypt) await refusePlain(terminal.machine, options.out ?? "", files.names);
  await files.commit();
  session.bar.stop();
  terminal.out(
    options.json
      ? jsonText(splitJson(outcome, options.encrypt ? `${seasonFolders.lists}/` : ""))
      : splitText(outcome, session.season.errors),
  );
}

/** The split of an open session; passwords come from the machine's own source of chance. */
export function runSplit(session: Session, into: Files, options: BookOptions): Promise<SplitOutcome> {
  const encrypt = () => passwordFrom(crypto.getRandomValues(new Uint8Array(passwordBytes)));
  return split.run(session.season, portsOf(session, into), {
    ...(options.listVersion === undefined ? {} : { version: options.listVersion }),
    ...(options.leaveOutSettled ? { leavesOut: true } : {}),
    ...(options.encrypt ? { encrypt } : {}),
    ...(options.tabs ? { tabs: true } : {}),
  });
}

function splitJson({ files, leftOut, unassigned, totals, reconciled }: SplitOutcome, folder: string): object {
  return {
    files: files.map(({ school, file, password, changes, ...sums }) => ({
      school,
      file: folder + file,
      ...totalsJson(sums),
      ...changes,
      ...(password === undefined ? {} : { password }),
    })),
    ...(leftOut.length > 0 ? { leftOut: leftOut.map(({ reason, ...sums }) => ({ reason, ...totalsJson(sums) })) } : {}),
    unassigned: { persons: unassigned.persons, contracts: unassigned.contracts, due: yuanText(unassigned.due) },
    reconciled,
    totals: totalsJson(totals),
  };
}

type Checked = Pick<CheckedErrors, "control" | "printedOff">;

// The parts are always the list; whether the list is what it should be is another matter, and said in one breath.
function proofText({ control, printedOff }: Checked): string {
  const off = control.filter(({ ok }) => !ok);
  const printed = printedOff.map(({ sheet, cell }) => `${sheet}!${cell}`);
  if (off.length + printed.length === 0) return "一分不差";
  const differences = off.map(({ figure, actual, expected }) =>
    figure === "persons" ? `人数差 ${actual - expected} 人` : `${figureNames[figure]}差 ${groupedYuan(fen(actual - expected))} 元`,
  );
  const wrong = [
    ...(off.length > 0 ? [`名单与控制数不符：${differences.join("，")}`] : []),
    ...(printed.length > 0 ? [`名单自己的合计（${printed.slice(0, 3).join("、")}${printed.length > 3 ? "等" : ""}）与各行相加不符`] : []),
  ];
  return `各部分与名单相符；但${wrong.join("；")}，请先核对名单`;
}

/** The split as a clerk reads it. */
export function splitText({ files, leftOut, unassigned, totals }: SplitOutcome, checked: Checked): string {
  const schools = files.map(({ school, persons, contracts, due }) => `  ${school}：${persons} 人 ${contracts} 笔 ${groupedYuan(due)} 元`);
  return `${[
    `拆分 ${files.length} 所学校：`,
    ...schools,
    ...leftOut.map(
      ({ reason, persons, contracts, due }) => `  未列入（${stopLabel(reason)}）：${persons} 人 ${contracts} 笔 ${groupedYuan(due)} 元`,
    ),
    `  待划分：${unassigned.persons} 人 ${unassigned.contracts} 笔 ${groupedYuan(unassigned.due)} 元`,
    `各部分合计 = 全县：${totals.persons} 人 ${totals.contracts} 笔 ${groupedYuan(totals.due)} 元，${proofText(checked)}`,
  ].join("\n")}\n`;
}
