// Files that the user chose or dropped: workbooks with their bytes, and the names of whatever else there was.
import type { ReturnedFile } from "../engine/request";

/** What the file dialog offers. */
export const acceptedKinds = ".xlsx,.xlsm,.xls,.xlsb,.et,.ett,.ods,.fods,.csv";

/** What the file dialog offers for what schools returned. */
export const acceptedReturns = `${acceptedKinds},.zip`;

/** What the file dialog offers for slips. */
export const acceptedPictures = `.jpg,.jpeg,.png,.webp,.pdf,.zip,${acceptedKinds}`;

const workbookName = /\.(?:xlsx|xlsm|xls|xlsb|et|ett|f?ods|csv|txt|html?|xml)$/i;

/** Whether a file is a workbook or a text with columns, by its name. */
export const isWorkbook = (name: string) => workbookName.test(name);

/** Whether a file holds others. */
export const isZip = (name: string) => /\.zip$/i.test(name);

/** The workbooks among files, and ZIP files of them where these are wanted, lock files of open books left out in silence. */
export async function bookFiles(
  files: readonly File[],
  { withZip = false }: { readonly withZip?: boolean } = {},
): Promise<{ readonly books: readonly ReturnedFile[]; readonly others: readonly string[] }> {
  const wanted = files.filter(({ name }) => !name.startsWith("~$") && !name.startsWith(".~"));
  const books: ReturnedFile[] = [];
  const others: string[] = [];
  for (const file of wanted) {
    if (workbookName.test(file.name) || (withZip && isZip(file.name)))
      books.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    else others.push(file.name);
  }
  return { books, others };
}
