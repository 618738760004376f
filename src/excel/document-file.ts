// The open book as a file, as it stands: Office hands it over in slices.
import { WorkbookError } from "../actions/workbook";

/** What Office gives at once at most. */
const sliceSize = 4 << 20;

// Office.FileType.Compressed, without which this file does with no Office of its own.
const compressed = "compressed" as unknown as Office.FileType;

const refused = (error: Office.Error): WorkbookError => new WorkbookError("not-readable", `: ${error.name}`);

function answer<T>(ask: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => (String(status) === "succeeded" ? resolve(value) : reject(refused(error))));
  });
}

/**
 * The file of a document.
 * @throws WorkbookError when Office does not hand it over
 */
export async function documentBytes(document: Office.Document): Promise<Uint8Array> {
  const file = await answer<Office.File>((callback) => document.getFileAsync(compressed, { sliceSize }, callback));
  try {
    const bytes = new Uint8Array(file.size);
    for (let index = 0, at = 0; index < file.sliceCount; index++) {
      const { data } = await answer<Office.Slice>((callback) => file.getSliceAsync(index, callback));
      const slice = Uint8Array.from(data as ArrayLike<number>);
      bytes.set(slice, at);
      at += slice.length;
    }
    return bytes;
  } finally {
    // No third file can be asked for while two are open.
    file.closeAsync();
  }
}
