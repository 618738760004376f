// All kinds of objects that this host knows, in one registry.
import { type Definition } from "../engine/definition";
import { Registry } from "../engine/registry";
import { type Anchor } from "../model/name";
import { bandMembers } from "./bands";
import { chartFormatMembers } from "./chart-formats";
import { chartMembers } from "./charts";
import { conditionalFormatMembers } from "./conditional-formats";
import { dataValidation } from "./data-validation";
import { documentMembers } from "./document";
import { formatMembers } from "./formats";
import { functionMembers } from "./functions";
import { mergeMembers } from "./merges";
import { namedItem, namedItemCollection } from "./names";
import { pageLayoutMembers } from "./page-layout";
import { protectionMembers } from "./protection";
import { range } from "./range";
import { rangeAreasMembers } from "./range-areas";
import { styleMembers } from "./styles";
import { shapeMembers } from "./shapes";
import { sheetFrameMembers } from "./sheet-frame";
import { searchMembers, searchResultMembers } from "./range-search";
import { rangeViewMembers } from "./range-view";
import { sortMembers } from "./sort";
import { filterMembers } from "./filters";
import { tableRowMembers } from "./table-rows";
import { tableMembers } from "./tables";
import { workbookMembers } from "./workbook";
import { worksheet, worksheetCollection } from "./worksheets";

/** A range's members come in parts. */
const wholeRange: Definition<Anchor> = {
  ...range,
  properties: { ...range.properties, ...bandMembers.properties, ...mergeMembers.properties },
  objects: { ...range.objects, ...mergeMembers.objects },
  methods: { ...range.methods, ...bandMembers.methods, ...mergeMembers.methods, ...searchMembers.methods },
};

/** Every member of Excel's object model that works here. */
export const registry = new Registry([
  workbookMembers,
  { WorksheetCollection: worksheetCollection, Worksheet: worksheet, NamedItemCollection: namedItemCollection, NamedItem: namedItem },
  { Range: wholeRange, DataValidation: dataValidation },
  rangeAreasMembers,
  rangeViewMembers,
  sortMembers,
  functionMembers,
  formatMembers,
  conditionalFormatMembers,
  protectionMembers,
  sheetFrameMembers,
  pageLayoutMembers,
  tableMembers,
  tableRowMembers,
  filterMembers,
  chartMembers,
  chartFormatMembers,
  shapeMembers,
  styleMembers,
  documentMembers,
  searchResultMembers,
]);
