// Tells what a file really is by its content: a file named .xls may hold a web page, and one named .csv a workbook.
import type { ZipPart } from "./prescan";
import { documentOfBytes } from "./sniff-document";

/** The kinds of file whose sheets can be read. */
export type BookFormat = "xlsx" | "xlsm" | "xlsb" | "ods" | "xls" | "html" | "xml2003" | "text";

/** What the first look at the bytes says; `zip` and `ole2` are wrappers that need a second look. */
export type Wrapping = "empty" | "zip" | "ole2" | "xls" | "html" | "xml2003" | "fods" | "text" | "unknown";

const textHead = 8192;

/** What the bytes are, by content and never by extension. */
export function sniff(bytes: Uint8Array): Wrapping {
  if (bytes.every((byte) => byte === 0)) return "empty";
  if (startsWith(bytes, [0x50, 0x4b])) return "zip";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return "ole2";
  if (isBareRecords(bytes)) return "xls";
  if (isUtf16(bytes)) return sniffMarkup(new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes.subarray(0, textHead)));
  if (hasControlBytes(bytes)) return "unknown";
  return sniffMarkup(new TextDecoder("latin1").decode(bytes.subarray(0, textHead)));
}

/** Whether the text begins with a UTF-16 byte order mark, as Excel's "Unicode text" does. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

// Types of main parts (ECMA-376-1, 12.3.23): nothing says under which name it lies.
const mainPart = /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroenabled\.main\+xml/;

/**
 * Which kind of workbook the parts of a ZIP make, or undefined when they make none: a Word file, a ZIP of files.
 * @param textOf the text of a part, by its name in small letters
 */
export function sniffPackage(parts: readonly ZipPart[], textOf: (name: string) => string): BookFormat | undefined {
  const names = new Set(parts.map((part) => part.name.replaceAll("\\", "/").toLowerCase()));
  if (names.has("mimetype") && names.has("content.xml")) return textOf("mimetype").includes("opendocument.spreadsheet") ? "ods" : undefined;
  if ([...names].some((name) => /(^|\/)workbook\d*\.bin$/.test(name))) return "xlsb";
  const types = "[content_types].xml";
  const isNamed = [...names].some((name) => /(^|\/)workbook\d*\.xml$/.test(name));
  if (!names.has(types) || !(isNamed || mainPart.test(textOf(types).toLowerCase()))) return undefined;
  return [...names].some((name) => name.endsWith("vbaproject.bin")) ? "xlsm" : "xlsx";
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether this is a workbook of Excel 2 to 4, or Excel 5 without its wrapper: a record BOF stands first ([MS-XLS] 2.4.21). */
export function isBareRecords(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    (bytes[2] ?? 0) >= 4 &&
    (bytes[2] ?? 99) <= 16 &&
    bytes[3] === 0
  );
}

/** The bytes without the zeros behind them, with which some systems fill a file up. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

// Text has no control characters but tab, line ends, form feed and the end-of-file mark of DOS.
function hasControlBytes(bytes: Uint8Array): boolean {
  const text = documentOfBytes(bytes) ? bytes : withoutPadding(bytes);
  return text.subarray(0, textHead).some((byte) => (byte < 0x20 && ![9, 10, 12, 13, 0x1a].includes(byte)) || byte === 0x7f);
}

function sniffMarkup(text: string): Wrapping {
  const head = text
    .replace(/^(?:\uFEFF|ï»¿)/, "")
    .trimStart()
    .toLowerCase();
  if (/<\?mso-application[^>]*excel|urn:schemas-microsoft-com:office:spreadsheet/.test(head) && !/<html[\s>]/.test(head)) return "xml2003";
  if (/<(?:[\w.-]+:)?document\s[^>]*opendocument\.spreadsheet/.test(head)) return "fods";
  if (head.startsWith("<")) return /<(?:html|table|meta|style|body|head|tr)[\s>]/.test(head) ? "html" : "unknown";
  return /^(?:%pdf|\{\\rtf|mime-version:|gif8)/.test(head) ? "unknown" : "text";
}
