// Commands and options of the command line; what each one does is in a file of its own.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { WorkbookError, type WorkbookErrorCode } from "../actions/workbook";
import { type Day, dayFromIso, dayFromParts } from "../domain/values/day";
import { errorText } from "../i18n";
import type { ExplainCommandOptions } from "./explain";
import { figureNames, figureWords } from "./figure-words";
import { type Machine, readingError, thisMachine } from "./machine";
import type { NoticeOptions } from "./notices";
import type { BookOptions, Terminal } from "./session";
import { helpWords, usageFault } from "./usage-words";

/** What the program needs of the process; tests hand in their own. */
export interface Console extends Pick<Terminal, "aside" | "readPicture" | "readAhead" | "maker"> {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  readonly machine?: Machine;
}

/** Runs the command line and gives its exit status: 0 done, 1 the job could not be done, 2 wrong usage. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  const { now, machine = thisMachine, ...rest } = console;
  const terminal: Terminal = { ...rest, machine, clock: clockDay(now()) };
  try {
    await build(terminal).parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.err(`${sentence(error)}\n`);
    return 1;
  }
}

// A refusal of the world has its sentence. A bug shows its name in one line; the stack is for those who ask for it.
function sentence(thrown: unknown): string {
  // The system's own errors that nobody has put a name to came while something was looked up.
  const { path } = Object(thrown) as { readonly path?: unknown };
  const error = readingError(thrown, typeof path === "string" ? path : "");
  if (error instanceof WorkbookError) return errorText("zh-CN", error) + (hints[error.code] ?? "");
  const shown =
    error instanceof Error
      ? process.env["RECOVERY_DEBUG"]
        ? error.stack
        : `${error.name}: ${error.message.split("\n")[0] ?? ""}`
      : String(error);
  return `助手出错，本次没有写出任何文件。请把这一行发给开发人员：${shown ?? ""}`;
}

const hints: Partial<Readonly<Record<WorkbookErrorCode, string>>> = {
  encrypted: "（命令行：--password 密码）",
  "no-jurisdictions": "（命令行：recovery forms）",
  "two-lists": "（命令行：--sheet 表名）",
};

function clockDay(now: Date): Day {
  const today = dayFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!today) throw new RangeError("the clock shows no day");
  return today;
}

function parseDay(text: string): Day {
  const found = dayFromIso(text);
  if (!found) throw new InvalidArgumentError("日期请写成 YYYY-MM-DD，例如 2019-12-11。");
  return found;
}

const figureList = figureNames.map((name) => `${name} ${figureWords[name]}`).join("、");

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("请写一个不带小数的正整数。");
  return Number(text);
}

const jsonOption = () => new Option("--json", "在标准输出打印一份 JSON");
const outOption = () => new Option("--out <目录>", "结果写到这个目录").makeOptionMandatory();
const todayOption = () =>
  new Option("--today <日期>", "当作今天的日期（YYYY-MM-DD），默认取设置里的“今天”，再默认取系统日期").argParser(parseDay);
const encryptOption = () => new Option("--encrypt", "每所学校的文件加打开密码，密码清单只留中心");

function onBook(program: Command, name: string, summary: string): Command {
  return program
    .command(name)
    .description(summary)
    .argument("<工作簿>", "中心的工作簿（xlsx、xls、xlsb、ods、csv 等）")
    .option("--sheet <表名>", "只把这张表当作应还名单")
    .option("--password <密码>", "工作簿的打开密码")
    .addOption(new Option("--max-cells <数>", "最多读多少个单元格，默认 48000000，约一百万笔合同").argParser(parseCount));
}

function build(terminal: Terminal): Command {
  // Every command takes this over from the program.
  const program = new Command("recovery")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: (said, write) => write(usageFault(said)) })
    .configureHelp(helpWords)
    .description("助学贷款回收助手：校验、拆分、通知书、合并、反馈、汇总、上报")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand(false);
  onBook(program, "check", "校验应还名单，列出全部问题")
    .addOption(todayOption())
    .addOption(new Option("--out <目录>", "另存一份带“校验结果”的工作簿到这个目录"))
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./check")).checkCommand(book, options, terminal));
  onBook(program, "split", "按辖区拆分，每所责任学校一个工作簿")
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(encryptOption())
    .addOption(new Option("--list-version <数>", "名单版本号").argParser(parseCount).default(1))
    .addOption(new Option("--leave-out-settled", "第 2 版起：已还清、核实中等不必联系的人不再列入名单（默认列入并标灰）"))
    .addOption(new Option("--tabs", "在中心留存的工作簿里也给每所学校一个名单页"))
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions, command: Command) => {
      if (options.leaveOutSettled && (options.listVersion ?? 1) < 2)
        command.error("错误：--leave-out-settled 只用于第 2 版及以后的名单，请同时写 --list-version 2（或更大）。");
      return (await import("./split")).splitCommand(book, options, terminal);
    });
  onBook(program, "notices", "生成催收通知书，每所责任学校一个可打印的工作簿")
    .addOption(outOption())
    .addOption(todayOption())
    .option("--school <学校>", "只印这所责任学校")
    .option("--village <村>", "只印这个村（社区）")
    .option("--numbers <编号>", "只印这些通知书编号，用逗号隔开")
    .option("--only-new", "只印没有印发过的，或上次印发后内容有变的")
    .option("--leaflet", "另附政策宣传页（附件4）一页")
    .option("--blank", "另附空白通知书一页，供手工填写")
    .option("--labels", "另附地址标签，每所责任学校一个文件，每页 14 个")
    .addOption(jsonOption())
    .action(async (book: string, options: NoticeOptions) => (await import("./notices")).noticesCommand(book, options, terminal));
  onBook(program, "collect", "合并学校交回的工作簿（文件或文件夹）")
    .argument("<交回的文件...>", "学校交回的文件或文件夹")
    .addOption(outOption())
    .addOption(new Option("--plan", "只说每份文件是什么、合并后会怎样，什么也不写"))
    .addOption(todayOption())
    .addOption(jsonOption())
    .action(async (book: string, returned: string[], options: BookOptions) =>
      (await import("./collect")).collectCommand(book, returned, options, terminal),
    );
  onBook(program, "fix", "待补正表：把校验和回收中存疑的内容按学校列成小表，只有存疑的格子可填；填好后用 collect 收回")
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./fix")).fixCommand(book, options, terminal));
  onBook(program, "undo", "撤销上一次写入工作簿的操作（合并、签收单登记等），之后又改过的内容保留")
    .addOption(outOption())
    .option("--file <文件名>", "只撤销合并过的这一份文件（文件名以“回收登记”为准），同一次的其他文件保留")
    .addOption(todayOption())
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./undo")).undoCommand(book, options, terminal));
  onBook(program, "slips", "登记签收单（编号清单、图片，文件、文件夹或 ZIP）")
    .argument("<签收单...>", "编号清单（csv、txt：通知书编号,签收人,与借款人关系,送达日期,送达人）、图片、扫描件，或装有它们的文件夹、ZIP")
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(jsonOption())
    .action(async (book: string, inputs: string[], options: BookOptions) =>
      (await import("./slips")).slipsCommand(book, inputs, options, terminal),
    );
  onBook(program, "statements", "生成情况说明，每位特殊情况一页，每所责任学校一个工作簿")
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./statements")).statementsCommand(book, options, terminal));
  onBook(program, "rollup", "汇总：还款、异常、学校和领导总览")
    .addOption(outOption())
    .addOption(new Option("--as-of <日期>", "截至日期（YYYY-MM-DD）").argParser(parseDay))
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./rollup")).rollupCommand(book, options, terminal));
  onBook(program, "feedback", "每日反馈：每所学校一个工作簿，新还清、未还、撤销、变更")
    .addOption(outOption())
    .addOption(new Option("--as-of <日期>", "截至日期（YYYY-MM-DD）").argParser(parseDay).makeOptionMandatory())
    .addOption(new Option("--since <日期>", "与这一天的反馈比对（YYYY-MM-DD），默认与上一次").argParser(parseDay))
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions, command: Command) => {
      const { asOf = "", since } = options;
      if (since !== undefined && since >= asOf) command.error("错误：--since 的日期要早于 --as-of 的日期。");
      return (await import("./feedback")).feedbackCommand(book, options, terminal);
    });
  onBook(program, "explain", "数字来源：列出加起来正好等于某个数字的原始单元格，并可说明两天之差")
    .addOption(new Option("--figure <数字>", figureList).makeOptionMandatory())
    .addOption(new Option("--school <学校>", "只看这所责任学校（或“待划分”），默认全县"))
    .addOption(new Option("--as-of <日期>", "截至日期（YYYY-MM-DD）").argParser(parseDay).makeOptionMandatory())
    .addOption(new Option("--since <日期>", "与这一天相比，差额由哪些原因组成").argParser(parseDay))
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions & ExplainCommandOptions, command: Command) => {
      const figure = figureNames.find((name) => name === options.figure);
      if (!figure) command.error(`错误：没有“${options.figure}”这个数字，可以写：${figureList}。`);
      if (options.since !== undefined && options.since > options.asOf) command.error("错误：--since 的日期不能晚于 --as-of 的日期。");
      return (await import("./explain")).explainCommand(book, { ...options, figure }, terminal);
    });
  onBook(program, "report", "生成上报材料：领导总览、通报、约谈建议、督查抽样、报省厅和报国开行")
    .addOption(outOption())
    .addOption(new Option("--as-of <日期>", "截至日期（YYYY-MM-DD）").argParser(parseDay).makeOptionMandatory())
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./report")).reportCommand(book, options, terminal));
  onBook(program, "forms", "附件1、附件2 空表：预填学校和地名，附联系表未报名单")
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./forms")).formsCommand(book, options, terminal));
  onBook(program, "next", "结转到下一年度：沿用学校、辖区划分、文字和设置的新工作簿，旧工作簿原样归档")
    .addOption(outOption())
    .addOption(jsonOption())
    .action(async (book: string, options: BookOptions) => (await import("./next")).nextCommand(book, options, terminal));
  onBook(program, "season", "一次做完：校验、拆分、通知书、汇总")
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(encryptOption())
    .action(async (book: string, options: BookOptions) => (await import("./season")).seasonCommand(book, options, terminal));
  sampling(program, "sample", "生成一个虚构县的工作簿")
    .option("--messy", "埋入各种真实数据里会遇到的问题，并附埋设清单")
    .action(async (options: BookOptions) => (await import("./sample")).sampleCommand(options, terminal));
  sampling(program, "demo", "用虚构的县演示整个催收季").action(async (options: BookOptions) =>
    (await import("./demo")).demoCommand(options, terminal),
  );
  return program;
}

function sampling(program: Command, name: string, summary: string): Command {
  return program
    .command(name)
    .description(summary)
    .addOption(outOption())
    .addOption(new Option("--persons <数>", "人数").argParser(parseCount).default(3917))
    .addOption(new Option("--seed <数>", "随机种子").argParser(parseCount).default(2019));
}
