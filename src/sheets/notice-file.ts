// Names of the notices' files: legal on Windows, and different for every school.
import type { School } from "../domain/jurisdiction";
import { legalPart } from "./file-name";

/** The file of each school's notices, in their order; where two would be the same to Windows, the schools' codes tell them apart. */
export function noticeFiles(schools: readonly School[]): readonly string[] {
  // 60 Chinese characters are 180 bytes of the 255 that a name may have.
  const plain = schools.map(({ name }) => `催收通知书_${legalPart(name.slice(0, 60))}`);
  const isAlone = (name: string) => plain.filter((other) => other.toLowerCase() === name.toLowerCase()).length === 1;
  return plain.map((name, index) => `${name}${isAlone(name) ? "" : `(${schools[index]?.code ?? index})`}.xlsx`);
}

/** Where the centre keeps the list of those who get no notice. */
export const withheldFile = "中心留存/暂不发送名单.xlsx";
