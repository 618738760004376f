// Protection of sheets and of the book's structure.
import { type Definitions } from "../engine/definition";
import { type Plain } from "../model/attachments";
import { accessDenied, invalidArgument } from "../model/errors";

/** What a protected sheet permits unless asked otherwise: nothing but selecting. */
const nothing: Plain = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** Protection of sheets and of the book. */
export const protectionMembers: Definitions = {
  WorksheetProtection: {
    properties: {
      protected: { get: (sheet) => sheet.protection !== undefined },
      options: { get: (sheet) => sheet.protection?.options ?? nothing },
    },
    methods: {
      // Protecting what is protected is refused since June 2026 (office-js issue 6784), and so is the contrary.
      protect: (sheet, args) => {
        if (sheet.protection) throw accessDenied("the sheet is protected already");
        const options = args.record(0);
        const unknown = Object.keys(options).find((name) => !(name in nothing));
        if (unknown !== undefined) throw invalidArgument(`no such permission: ${unknown}`);
        const password = args.optionalText(1);
        sheet.protection = { options: { ...nothing, ...options }, ...(password === undefined ? {} : { password }) };
      },
      unprotect: (sheet, args) => {
        if (!sheet.protection) throw accessDenied("the sheet is not protected");
        if ((sheet.protection.password ?? "") !== (args.optionalText(0) ?? "")) throw accessDenied("the password is wrong");
        sheet.protection = undefined;
      },
    },
  },
  WorkbookProtection: {
    properties: { protected: { get: (book) => book.isStructureProtected } },
    methods: {
      protect: (book, args) => {
        if (book.isStructureProtected) throw accessDenied("the workbook is protected already");
        book.isStructureProtected = true;
        book.structurePassword = args.optionalText(0) ?? "";
      },
      unprotect: (book, args) => {
        if (!book.isStructureProtected) throw accessDenied("the workbook is not protected");
        if (book.structurePassword !== (args.optionalText(0) ?? "")) throw accessDenied("the password is wrong");
        book.isStructureProtected = false;
      },
    },
  },
};
