// Names of the notices' files: legal on Windows, and different for every school.
import type { School } from "../../domain/places/jurisdiction";
import { schoolFileNames } from "../vocabulary/file-name";
import { tabNames } from "../vocabulary/tabs";
import { withheldName } from "./withheld";

/** The file of each school's notices, in their order. */
export function noticeFiles(schools: readonly School[]): readonly string[] {
  return schoolFileNames(schools, "催收通知书_", ".xlsx");
}

/** The file of each school's address labels, in their order. */
export function labelFileNames(schools: readonly School[]): readonly string[] {
  return schoolFileNames(schools, `${tabNames.labels}_`, ".xlsx");
}

/** Where the centre keeps the list of those who get no notice. */
export const withheldFile = `中心留存/${withheldName}.xlsx`;
