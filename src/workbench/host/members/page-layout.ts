// How a sheet prints: paper, margins, print area and titles, page breaks, headers and footers.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Property, type Scene } from "../engine/definition";
import { hold, type Subjects } from "../engine/subjects";
import { type Area } from "../../../sheets/grid";
import { columnLimit, isWholeColumns, isWholeRows, rowLimit } from "../model/area";
import { type PageLayout, type Plain } from "../model/attachments";
import { invalidArgument } from "../model/errors";
import { type Sheet } from "../model/sheet";
import { both } from "./both";
import { anchorOf, anchorsOfList, cellsOf, rangeAt } from "./ranges";
import { choice as word, optionProperties } from "./options";
import { oneOf } from "./words";

type Breaks = Subjects["PageBreakCollection"];

function margin(side: keyof PageLayout["margins"]): Property<Sheet> {
  return {
    get: ({ page }) => page.margins[side],
    set: ({ page }, value) => {
      if (typeof value !== "number" || value < 0) throw invalidArgument("a margin in points is wanted");
      page.margins[side] = value;
    },
  };
}

function choice(
  key: "orientation" | "paperSize" | "printOrder" | "printComments" | "printErrors",
  words: readonly string[],
): Property<Sheet> {
  return {
    get: ({ page }) => page[key],
    set: ({ page }, value) => {
      page[key] = oneOf(words, value);
    },
  };
}

function truth(
  key: "centerHorizontally" | "centerVertically" | "printGridlines" | "blackAndWhite" | "draftMode" | "printHeadings",
): Property<Sheet> {
  return {
    get: ({ page }) => page[key],
    set: ({ page }, value) => {
      page[key] = value === true;
    },
  };
}

function areasGiven(sheet: Sheet, args: Arguments, { book }: Scene): readonly Area[] {
  const range = args.object(0, "Range");
  const areas = args.object(0, "RangeAreas");
  const anchors = range ? [range.of] : areas ? areas.of : anchorsOfList(book, sheet, args.text(0));
  return anchors.map(cellsOf);
}

function oneArea(sheet: Sheet, args: Arguments, { book }: Scene): Area {
  const range = args.object(0, "Range");
  return cellsOf(range ? range.of : anchorOf(book, sheet, args.text(0)));
}

/** `Excel.PaperType`. */
const papers = [
  "Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 Note Envelope9",
  "Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65",
  "EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman",
]
  .join(" ")
  .split(" ");

const inches: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

const pageLayout: Definition<Sheet> = {
  properties: {
    orientation: choice("orientation", ["Portrait", "Landscape"]),
    paperSize: choice("paperSize", papers),
    printOrder: choice("printOrder", ["DownThenOver", "OverThenDown"]),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    centerHorizontally: truth("centerHorizontally"),
    centerVertically: truth("centerVertically"),
    printGridlines: truth("printGridlines"),
    blackAndWhite: truth("blackAndWhite"),
    draftMode: truth("draftMode"),
    printHeadings: truth("printHeadings"),
    printComments: choice("printComments", ["NoComments", "EndSheet", "InPlace"]),
    printErrors: choice("printErrors", ["AsDisplayed", "Blank", "Dash", "NotAvailable"]),
    // "" numbers the pages by itself (PageLayout.firstPageNumber).
    firstPageNumber: {
      get: ({ page }) => page.firstPageNumber,
      set: ({ page }, value) => {
        if (value !== "" && !Number.isInteger(value)) throw invalidArgument("a whole number is wanted");
        page.firstPageNumber = value as number | "";
      },
    },
    zoom: {
      get: ({ page }) => page.zoom,
      set: ({ page }, value) => {
        const zoom = (value ?? {}) as { scale?: number };
        // Scales from 10 to 400 percent (PageLayoutZoomOptions.scale).
        if (zoom.scale !== undefined && (zoom.scale < 10 || zoom.scale > 400)) throw invalidArgument("the scale");
        page.zoom = zoom as Plain;
      },
    },
  },
  objects: { headersFooters: (sheet) => hold("HeaderFooterGroup", sheet) },
  methods: {
    setPrintArea: (sheet, args, scene) => {
      sheet.page.areas = areasGiven(sheet, args, scene);
    },
    ...both<Sheet>("getPrintArea", (sheet) => {
      const areas = sheet.page.areas.map((area) => ({ sheet, area }));
      return areas.length > 0 ? hold("RangeAreas", areas) : null;
    }),
    setPrintTitleRows: (sheet, args, scene) => {
      const area = oneArea(sheet, args, scene);
      // "The range must span rows" (PageLayout.setPrintTitleRows), and columns for the other.
      if (!isWholeRows(area)) throw invalidArgument("whole rows are wanted");
      sheet.page.titleRows = area;
    },
    setPrintTitleColumns: (sheet, args, scene) => {
      const area = oneArea(sheet, args, scene);
      if (!isWholeColumns(area)) throw invalidArgument("whole columns are wanted");
      sheet.page.titleColumns = area;
    },
    ...both<Sheet>("getPrintTitleRows", (sheet) => (sheet.page.titleRows ? rangeAt(sheet, sheet.page.titleRows) : null)),
    ...both<Sheet>("getPrintTitleColumns", (sheet) => (sheet.page.titleColumns ? rangeAt(sheet, sheet.page.titleColumns) : null)),
    setPrintMargins: ({ page }, args) => {
      const unit = inches[args.text(0)];
      if (unit === undefined) throw invalidArgument("the unit");
      for (const [side, size] of Object.entries(args.record(1))) page.margins[side as keyof PageLayout["margins"]] = Number(size) * unit;
    },
  },
};

const parts = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const;

function headerFooterPart(name: string): Property<Subjects["HeaderFooter"]> {
  return {
    get: ({ sheet, it }) => sheet.page.headersFooters[`${it}/${name}`] ?? "",
    set: ({ sheet, it }, value) => {
      // Headers and footers have 255 characters at most (Excel specifications and limits).
      if (typeof value !== "string" || value.length > 255) throw invalidArgument("a header or footer has 255 characters at most");
      sheet.page.headersFooters[`${it}/${name}`] = value;
    },
  };
}

function breaksOf({ sheet, it }: Breaks): readonly Area[] {
  return it === "rows" ? sheet.rowBreaks : sheet.columnBreaks;
}

function setBreaks({ sheet, it }: Breaks, breaks: readonly Area[]): void {
  const at = (area: Area): number => (it === "rows" ? area.top : area.left);
  const sorted = [...new Map(breaks.map((area) => [at(area), area])).values()].sort((one, other) => at(one) - at(other));
  // 1,026 page breaks in each direction (Excel specifications and limits).
  if (sorted.length > 1026) throw invalidArgument("a sheet has 1026 page breaks at most");
  if (it === "rows") sheet.rowBreaks = sorted;
  else sheet.columnBreaks = sorted;
}

const pageBreaks: Definition<Breaks> = {
  lacks: ["getItemAt", "getItemOrNullObject"],
  items: ({ sheet, it }) => breaksOf({ sheet, it }).map((area) => hold("PageBreak", { sheet, it: { axis: it, area } })),
  find: ({ sheet, it }, key) => {
    const area = breaksOf({ sheet, it })[Number(key)];
    return area ? hold("PageBreak", { sheet, it: { axis: it, area } }) : null;
  },
  methods: {
    add: (breaks, args, scene) => {
      const given = oneArea(breaks.sheet, args, scene);
      const area =
        breaks.it === "rows"
          ? { ...given, left: 0, right: columnLimit - 1, bottom: given.top }
          : { ...given, top: 0, bottom: rowLimit - 1, right: given.left };
      if ((breaks.it === "rows" ? area.top : area.left) === 0) throw invalidArgument("there is no page before the first cell");
      setBreaks(breaks, [...breaksOf(breaks), area]);
      return hold("PageBreak", { sheet: breaks.sheet, it: { axis: breaks.it, area } });
    },
    removePageBreaks: (breaks) => setBreaks(breaks, []),
  },
};

const groupSettings = {
  state: word("Default", "Default FirstAndDefault OddAndEven FirstOddAndEven"),
  useSheetMargins: true,
  useSheetScale: true,
};

/** Page layout and its parts. */
export const pageLayoutMembers: Definitions = {
  PageLayout: pageLayout,
  HeaderFooterGroup: {
    properties: optionProperties<Sheet>(groupSettings, ({ page }) => ({ store: page.headerOptions, path: "" })),
    objects: Object.fromEntries(
      ["defaultForAllPages", "firstPage", "evenPages", "oddPages"].map((it) => [it, (sheet: Sheet) => hold("HeaderFooter", { sheet, it })]),
    ),
  },
  HeaderFooter: { properties: Object.fromEntries(parts.map((name) => [name, headerFooterPart(name)])) },
  PageBreakCollection: pageBreaks,
  PageBreak: {
    key: ({ sheet, it }) => String(breaksOf({ sheet, it: it.axis }).indexOf(it.area)),
    properties: { rowIndex: { get: ({ it }) => it.area.top }, columnIndex: { get: ({ it }) => it.area.left } },
    methods: {
      delete: ({ sheet, it }) =>
        setBreaks(
          { sheet, it: it.axis },
          breaksOf({ sheet, it: it.axis }).filter((area) => area !== it.area),
        ),
      getCellAfterBreak: ({ sheet, it }) =>
        rangeAt(sheet, { top: it.area.top, left: it.area.left, bottom: it.area.top, right: it.area.left }),
    },
  },
};
