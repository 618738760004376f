// Words of the pane for a book without a list, the sample county, beginning a season, and the sheets beside the pane, in English.
import type { beginZhCN } from "./pane-begin-zh-CN";

export const beginEn = {
  "begin.title": "Begin a season",
  "begin.lead":
    "This workbook has no {tables} yet. They can be laid down now, with the schools, places and dates that are known; no sheet of yours is touched.",
  "begin.settings": "设置 (settings)",
  "begin.contacts": "联系表 (contacts, 附件1)",
  "begin.jurisdictions": "辖区划分表 (who is responsible where, 附件2)",
  "begin.county": "County",
  "begin.year": "Year",
  "begin.go": "Begin",
  "begin.add": "Add what is missing",
  "begin.done": "Made: {sheets}. Fill them in, then put the list of borrowers into this workbook.",
  "begin.done.list": "Made: {sheets}. Fill them in, then read the workbook again.",
  "begin.done.file": "Made: {sheets}. Press “Save the workbook”, fill the new sheets in with WPS or Excel, and open it here again.",
  "begin.save": "Save the workbook",
  "sample.lead": "Only want to see how it works? Walk through it with invented data.",
  "sample.try": "Try sample data",
  "sample.book":
    "Adds a few sample sheets to this workbook; county and people are invented. Your own sheets stay as they are; delete the sample sheets when you are done.",
  "sample.file": "Opens an invented workbook; neither the county nor the people in it exist.",
  "sample.name": "Sample_蒲城县2019年助学贷款本息回收.xlsx",
  "sample.coming": "Preparing the sample data…",
  "sample.added": "The sample sheets are in this workbook.",

  "none.title": "No list of borrowers",
  "none.blank": "This workbook is empty",
  "none.found": "No list of borrowers among the {count} {count:sheet|sheets} of this workbook",
  "none.sheet": "{rows} {rows:row|rows}: {texts}",
  "none.sheet.blank": "blank",
  "none.next": "Open the workbook with the list of borrowers, or paste the list into this one and press “Read again”.",
  "none.forms": "No list yet? The blank forms for schools can be made from 设置, 辖区划分 and 联系表 alone.",
  "none.next.file": "Open the workbook with the list of borrowers.",

  "beside.sheet": "The sheet",
  "beside.cell": "The selected cell",
  "beside.tabs": "Sheets",
  "beside.back": "Scroll the sheet tabs left",
  "beside.on": "Scroll the sheet tabs right",
} as const satisfies { readonly [Key in keyof typeof beginZhCN]: string };
