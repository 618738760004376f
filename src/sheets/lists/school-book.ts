// The workbook that a school gets: it explains itself, holds the school's own people and nobody else, and comes back by its 编号.
import { metaSheet } from "./meta";
import { schoolContacts } from "./school-contacts";
import { schoolExceptions } from "./school-exceptions";
import { schoolGuide } from "./school-guide";
import { listTitle, schoolList, type SchoolPart } from "./school-list";
import { schoolVisits } from "./school-visits";
import { sortPersons } from "./sort-persons";
import type { BookSpec } from "../writing/spec";

/** A school's workbook: 填写说明, 催收名单, 上门记录, 特殊情况, 联系表 and _meta. The order of the persons given makes no difference. */
export function schoolBook(unsorted: SchoolPart): BookSpec {
  const part = { ...unsorted, persons: sortPersons(unsorted.persons) };
  return {
    title: listTitle(part),
    sheets: [schoolGuide(part), schoolList(part), schoolVisits(part), schoolExceptions(part), schoolContacts(part), metaSheet(part)],
  };
}
