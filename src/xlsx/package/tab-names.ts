// The defined names that belong to a tab of ours: our mark, the print area, the repeated rows, the filtered area.
import { areaAddress, columnLetters } from "../../sheets/grid";
import { type FileSheet } from "../../sheets/writing/tab-layout/cell-style";
import { ownTabName } from "../../sheets/writing/tab-layout/own-tab-name";
import { quoteSheetName } from "../../sheets/writing/tab-layout/sheet-names";
import { type TabName } from "./placed-tabs";

/** The names of a tab, the mark only with an id, in the order that Excel keeps them in, by alphabet. */
export function tabNames(spec: FileSheet, name: string, tab: string | undefined): readonly TabName[] {
  const sheet = quoteSheetName(name);
  const place = (address: string): string => `${sheet}!${address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  const { filter, page } = spec;
  const names: TabName[] = [];
  if (filter) names.push({ name: "_xlnm._FilterDatabase", refersTo: place(areaAddress(filter)), isHidden: true });
  if (page?.area) names.push({ name: "_xlnm.Print_Area", refersTo: place(areaAddress(page.area)) });
  const titles = [
    ...(page?.repeatColumns ? [page.repeatColumns.map((column) => `$${columnLetters(column)}`)] : []),
    ...(page?.repeatRows ? [page.repeatRows.map((row) => `$${row + 1}`)] : []),
  ];
  if (titles.length > 0) names.push({ name: "_xlnm.Print_Titles", refersTo: titles.map((ends) => `${sheet}!${ends.join(":")}`).join(",") });
  if (tab !== undefined) names.push({ name: ownTabName, refersTo: `"${tab}"`, isHidden: true });
  return [...names, ...(spec.names ?? [])];
}
