// Conditional formats that can be drawn without calculating: marks whose formula always holds, and data bars.
import type { Area } from "../sheets/grid";
import { contains, intersection } from "./host/model/area";
import type { ConditionalFormat } from "./host/model/attachments";
import type { Sheet } from "./host/model/sheet";

type Look = Readonly<Record<string, string>>;
interface Mark {
  readonly area: Area;
  readonly look: (row: number, column: number) => Look;
}

const none: Look = {};

/** The looks that conditional formats give to cells of the used area; formulas that depend on cells are not calculated here. */
export function rowMarks(sheet: Sheet, used: Area): (row: number, column: number) => Look {
  const byRow = new Map<number, Mark[]>();
  // The format with the highest priority comes first and is the one that shows.
  for (const format of sheet.conditionalFormats) {
    for (const whole of format.areas) {
      const area = intersection(whole, used);
      const mark = area && markOf(sheet, format, area);
      for (let row = mark ? mark.area.top : 1; mark && row <= mark.area.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), mark]);
    }
  }
  return (row, column) => {
    const cell = { top: row, left: column, bottom: row, right: column };
    return (
      byRow
        .get(row)
        ?.find(({ area }) => contains(area, cell))
        ?.look(row, column) ?? none
    );
  };
}

function markOf(sheet: Sheet, { type, options }: ConditionalFormat, area: Area): Mark | undefined {
  if (type === "DataBar") return { area, look: bars(sheet, area, String(options.get("dataBar/positiveFormat/fillColor") ?? "#638EC6")) };
  const formula = String(options.get("custom/rule/formula") ?? "");
  const fill = options.get("custom/format/fill/color");
  // The number of a text is 0: this formula only carries a name.
  if (!/^=?N\("[^"]*"\)=0$/i.test(formula) || typeof fill !== "string") return undefined;
  const look = { backgroundColor: fill };
  return { area, look: () => look };
}

function bars(sheet: Sheet, area: Area, color: string): Mark["look"] {
  const values = sheet.cells.existing(area).flatMap(([, , { content }]) => (typeof content === "number" ? [content] : []));
  const longest = Math.max(0, ...values);
  return (row, column) => {
    const content = sheet.cells.at(row, column)?.content;
    if (typeof content !== "number" || content <= 0) return none;
    const share = `${(content / longest) * 100}%`;
    return { backgroundImage: `linear-gradient(90deg, ${color} ${share}, transparent ${share})` };
  };
}
