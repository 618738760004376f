// The files that schools return, by their names.
import { isHidden } from "./slip-files";

/** Whether a file is a workbook, or a table of another kind. */
export function isWorkbook(name: string): boolean {
  return /\.(?:xlsx|xlsm|xls|xlsb|et|ett|f?ods|csv|txt|html?|xml)$/i.test(name);
}

/** Whether a file in a ZIP is one that a school returned, and nothing that systems and open programs leave there. */
export function isReturnedBook(name: string): boolean {
  return isWorkbook(name) && !isHidden(name);
}
