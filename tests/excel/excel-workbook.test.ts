// The open book in Excel: the promises of every book, over the genuine client.
import { describeWorkbook } from "../contract/workbook.contract";
import { openBook } from "./open-book";

describeWorkbook("the workbook that Excel has open", { hasFormulas: true, make: async (sheets) => (await openBook(sheets)).workbook });
