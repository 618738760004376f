// Data validation of ranges; what the API writes is never checked against it, only what people type (excel-add-ins-data-validation).
import { type Definition } from "../engine/definition";
import { isHostObject } from "../engine/subjects";
import { formatAddress, overlaps, quoteSheetName } from "../model/area";
import { type Plain, type ValidationRule } from "../model/attachments";
import { type Anchor } from "../model/name";
import { invalidArgument } from "../model/errors";
import { subtractAll } from "../model/subtract";
import { assertPermitted, cellsOf } from "./ranges";

type Anchors = readonly Anchor[];

/** The kinds of rules with the types that Excel names them by. */
const types: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

function none(): ValidationRule {
  return { areas: [], rule: {}, prompt: {}, errorAlert: {}, ignoreBlanks: true };
}

function touching(anchors: Anchors): readonly ValidationRule[] {
  const [first] = anchors;
  const areas = anchors.map(cellsOf);
  return first?.sheet.validations.filter((rule) => rule.areas.some((one) => areas.some((area) => overlaps(one, area)))) ?? [];
}

// A rule takes over the cells that had another before.
function change(anchors: Anchors, changes: Partial<ValidationRule>): void {
  const [first] = anchors;
  if (!first) return;
  const { sheet } = first;
  assertPermitted(sheet, "allowFormatCells");
  const areas = anchors.map(cellsOf);
  const same = sheet.validations.find((rule) => JSON.stringify(rule.areas) === JSON.stringify(areas));
  if (same) {
    Object.assign(same, changes);
    return;
  }
  for (const rule of sheet.validations) rule.areas = subtractAll(rule.areas, areas);
  sheet.validations = [...sheet.validations.filter((rule) => rule.areas.length > 0), { ...none(), ...changes, areas }];
}

function ruleOf(value: unknown): Plain {
  const [kind, ...more] = Object.keys(typeof value === "object" && value !== null ? value : {});
  if (kind === undefined || more.length > 0 || !types[kind]) throw invalidArgument("one rule is wanted");
  const body = { ...((value as Record<string, Plain>)[kind] ?? {}) } as Record<string, unknown>;
  for (const [name, part] of Object.entries(body)) {
    if (!isHostObject(part) || part.kind !== "Range") continue;
    const { sheet, area } = part.of as Anchor;
    body[name] = `=${quoteSheetName(sheet.name)}!${area ? formatAddress(area).replace(/([A-Z]+|\d+)/g, "$$$1") : "#REF!"}`;
  }
  const source = body["source"];
  // A list that is spelt out has 255 characters at most, separators included (XlsxWriter issue 562).
  if (typeof source === "string" && !source.startsWith("=") && source.length > 255) throw invalidArgument("the list is too long");
  return { [kind]: body };
}

// Excel's dialogue for validations takes 32 characters of a title, 255 of a prompt and 225 of an error (XlsxWriter: data_validation).
function words(value: unknown, limit: number): Plain {
  const { title = "", message = "" } = value as { title?: string; message?: string };
  if (title.length > 32 || message.length > limit) throw invalidArgument("the title or message is too long");
  return value as Plain;
}

/** The members of data validation. */
export const dataValidation: Definition<Anchors> = {
  properties: {
    type: {
      get: (anchors) => {
        const found = touching(anchors);
        const [kind] = Object.keys(found[0]?.rule ?? {});
        return found.length > 1 ? "Inconsistent" : kind === undefined ? "None" : (types[kind] ?? "None");
      },
    },
    rule: { get: (anchors) => touching(anchors)[0]?.rule ?? {}, set: (anchors, value) => change(anchors, { rule: ruleOf(value) }) },
    prompt: {
      get: (anchors) => touching(anchors)[0]?.prompt ?? {},
      set: (anchors, value) => change(anchors, { prompt: words(value, 255) }),
    },
    errorAlert: {
      get: (anchors) => touching(anchors)[0]?.errorAlert ?? {},
      set: (anchors, value) => change(anchors, { errorAlert: words(value, 225) }),
    },
    ignoreBlanks: {
      get: (anchors) => touching(anchors)[0]?.ignoreBlanks ?? true,
      set: (anchors, value) => change(anchors, { ignoreBlanks: value === true }),
    },
  },
  methods: {
    clear: (anchors) => {
      const [first] = anchors;
      if (!first) return;
      assertPermitted(first.sheet, "allowFormatCells");
      const areas = anchors.map(cellsOf);
      for (const rule of first.sheet.validations) rule.areas = subtractAll(rule.areas, areas);
      first.sheet.validations = first.sheet.validations.filter((rule) => rule.areas.length > 0);
    },
  },
};
