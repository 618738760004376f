// 附件1, the form for every school's contacts, with the leading group; and the list of who has not reported yet.
import { headingOf } from "../vocabulary/columns";
import { usualNameProposed } from "../vocabulary/proposal-words";
import { spokenDay } from "../vocabulary/spoken-day";
import type { CellOut, SheetSpec } from "../writing/spec";
import { contactFields, type FormInput, type FormSchool, missingOf } from "./form-input";
import { formSheet } from "./form-table";
import { organisationHeadings } from "./organisation";

/** The types of school that the notice knows. */
export const schoolTypes = ["中心校", "县直校"];

function contactLine(school: FormSchool, index: number): readonly CellOut[] {
  const entries = contactFields.map((field) => school.row?.values[field] ?? null);
  return [index + 1, school.name, school.type || null, ...entries, null, school.isProposed ? usualNameProposed : null];
}

function contactSheet({ season, schools }: FormInput): SheetSpec {
  const { county, year, dates, office } = season;
  const field = (id: (typeof contactFields)[number], width: number) => ({ heading: headingOf(id), width, style: "fill" as const });
  return formSheet({
    name: "联系表（附件1）",
    title: `${county}${year}年助学贷款本息催收联系表（附件1）`,
    remark: `请各校核对校名，填好黄色的格子，${spokenDay(dates.contactsDue)}前（含当日）报${office}。联络员有变动的，请随时告诉我们。`,
    columns: [
      { heading: "序号", width: 6, style: "cellCenter" },
      { heading: "学校", width: 20, style: "fill" },
      { heading: headingOf("schoolType"), width: 10, style: "fill" },
      field("headmaster", 10),
      field("leader", 10),
      field("leaderPhone", 14),
      field("contact", 10),
      field("contactPhone", 14),
      { heading: "填报日期", width: 12, style: "fillDay" },
      { heading: "备注", width: 24, style: "fillWrapped" },
    ],
    lines: schools.map(contactLine),
    spare: 5,
    signed: "school",
    choices: new Map([[headingOf("schoolType"), schoolTypes]]),
  });
}

function organisationSheet({ season, roles }: FormInput): SheetSpec {
  const widths = [14, 12, 36, 16];
  return formSheet({
    name: "领导小组",
    title: `${season.county}${season.year}年助学贷款本息回收工作领导小组`,
    remark: "一人一行；成员有几位就填几行。把这张表放进中心的工作簿，以后各年不必重填。",
    columns: organisationHeadings.map((heading, index) => ({ heading, width: widths[index] ?? 12, style: index === 0 ? "cell" : "fill" })),
    lines: roles.map(({ role, name, post, phone }) => [role, name || null, post || null, phone || null]),
    spare: 6,
    orientation: "portrait",
  });
}

/** The schools of which 附件1 lacks something (未报名单), for the centre alone. */
export function missingSheet({ season, schools }: FormInput): SheetSpec {
  const { dates, today } = season;
  const open = schools.filter((school) => missingOf(school).length > 0);
  const state = today > dates.contactsDue ? "已逾期" : "未到期";
  return formSheet({
    name: "未报名单",
    title: "联系表未报名单",
    remark:
      open.length === 0
        ? `截至${today}，${schools.length}所学校的联系表都已报齐。`
        : `截至${today}，${schools.length}所学校中有${open.length}所未报或未报齐；报送截止${spokenDay(dates.contactsDue)}（含当日）。仅供县资助中心使用。`,
    columns: [
      { heading: "序号", width: 6, style: "cellCenter" },
      { heading: "学校", width: 22, style: "cellWrapped" },
      { heading: "还缺什么", width: 40, style: "cellWrapped" },
      { heading: "包联人", width: 10, style: "cell" },
      { heading: "包联电话", width: 14, style: "cell" },
      { heading: "是否逾期", width: 10, style: "cellCenter" },
    ],
    lines: open.map((school, index) => [
      index + 1,
      school.name,
      school.row ? missingOf(school).map(headingOf).join("、") : "整表未报",
      school.school?.liaison || null,
      school.school?.liaisonPhone || null,
      state,
    ]),
    orientation: "portrait",
  });
}

/** The sheets of 附件1, as they go out. */
export function contactForm(input: FormInput): readonly SheetSpec[] {
  return [contactSheet(input), organisationSheet(input)];
}
