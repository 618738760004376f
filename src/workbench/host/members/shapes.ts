// Shapes, kept as data: geometric ones, text boxes, lines, pictures and groups. Nothing draws them.
import { type Arguments } from "../engine/arguments";
import { type Definition, type Definitions, type Property } from "../engine/definition";
import { hold, isHostObject, type Subjects } from "../engine/subjects";
import { type Shape } from "../model/attachments";
import { type Book } from "../model/book";
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound } from "../model/errors";
import { colorOf } from "../model/look";
import { type Sheet } from "../model/sheet";
import { arrowheads, geometricShapes } from "./option-words";
import { choice, optionMembers, optionProperties } from "./options";
import { assertPermitted } from "./ranges";
import { oneOf, textOf } from "./words";

type Item = Subjects["Shape"];
type LineEnd = "begin" | "end";

/** `Excel.ConnectorType`. */
const connectors = "Straight Elbow Curve";

function item(sheet: Sheet, it: Shape) {
  return hold("Shape", { sheet, it });
}

function find(sheet: Sheet, shapes: readonly Shape[], key: string | number) {
  const wanted = String(key).toLowerCase();
  const it = shapes.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
  return it ? item(sheet, it) : null;
}

// Those in a group belong to the group and no longer to the sheet (ShapeGroup.shapes).
function onSheet(sheet: Sheet): readonly Shape[] {
  return sheet.shapes.filter(({ group }) => group === undefined);
}

function added(sheet: Sheet, book: Book, parts: Partial<Shape> & Pick<Shape, "type">): ReturnType<typeof item> {
  assertPermitted(sheet, "allowEditObjects");
  const number = book.nextNumber();
  const place = { left: 0, top: 0, width: 72, height: 72, rotation: 0 };
  const id = `{00000000-0002-0000-0000-${String(number).padStart(12, "0")}}`;
  const it: Shape = { id, name: `${parts.type} ${number}`, place, group: undefined, options: new Map(), ...parts };
  sheet.shapes.push(it);
  return item(sheet, it);
}

function numbers(args: Arguments, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const value = args.raw(index) ?? 0;
    if (typeof value !== "number") throw invalidArgument("points are wanted");
    return value;
  });
}

const collection: Definition<Sheet> = {
  items: (sheet) => onSheet(sheet).map((shape) => item(sheet, shape)),
  find: (sheet, key) => find(sheet, onSheet(sheet), key),
  methods: {
    addGeometricShape: (sheet, args, { book }) =>
      added(sheet, book, {
        type: "GeometricShape",
        options: new Map([["geometricShapeType", oneOf(geometricShapes.split(" "), args.raw(0))]]),
      }),
    addTextBox: (sheet, args, { book }) =>
      added(sheet, book, { type: "TextBox", options: new Map([["textFrame/textRange/text", args.optionalText(0) ?? ""]]) }),
    addImage: (sheet, args, { book }) => added(sheet, book, { type: "Image", options: new Map([["image/data", args.text(0)]]) }),
    addLine: (sheet, args, { book }) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = numbers(args, 4);
      const place = { left: Math.min(left, right), top: Math.min(top, bottom), rotation: 0 };
      const size = { width: Math.abs(right - left), height: Math.abs(bottom - top) };
      const options = new Map([["line/connectorType", oneOf(connectors.split(" "), args.raw(4) ?? "Straight")]]);
      return added(sheet, book, { type: "Line", place: { ...place, ...size }, options });
    },
    addGroup: (sheet, args, { book }) => {
      const members = membersOf(sheet, args.raw(0));
      const [left, top] = [Math.min(...members.map(({ place }) => place.left)), Math.min(...members.map(({ place }) => place.top))];
      const right = Math.max(...members.map(({ place }) => place.left + place.width));
      const bottom = Math.max(...members.map(({ place }) => place.top + place.height));
      const group = added(sheet, book, { type: "Group", place: { left, top, width: right - left, height: bottom - top, rotation: 0 } });
      for (const member of members) member.group = group.of.it.id;
      return group;
    },
  },
};

function membersOf(sheet: Sheet, given: unknown): readonly Shape[] {
  if (!Array.isArray(given) || given.length < 2) throw invalidArgument("a group has two shapes at least");
  return given.map((one: unknown) => {
    const found = isHostObject(one) && one.kind === "Shape" ? (one.of as Item).it : find(sheet, onSheet(sheet), String(one))?.of.it;
    if (!found || !sheet.shapes.includes(found)) throw itemNotFound();
    return found;
  });
}

function place(key: keyof Shape["place"]): Property<Item> {
  return {
    get: ({ it }) => it.place[key],
    set: ({ it }, value) => {
      if (typeof value !== "number") throw invalidArgument("a number is wanted");
      it.place[key] = value;
    },
  };
}

// A group moves with all its members.
function moved(key: "left" | "top" | "rotation") {
  return ({ sheet, it }: Item, args: Arguments): void => {
    const [by = 0] = numbers(args, 1);
    for (const shape of [it, ...sheet.shapes.filter(({ group }) => group === it.id)]) shape.place[key] += by;
    if (key === "rotation") it.place.rotation = ((it.place.rotation % 360) + 360) % 360;
  };
}

function scaled(key: "width" | "height") {
  return ({ it }: Item, args: Arguments): void => {
    const [factor = 1] = numbers(args, 1);
    it.place[key] *= factor;
  };
}

const orders = ["BringToFront", "BringForward", "SendToBack", "SendBackward"] as const;

function setOrder({ sheet, it }: Item, args: Arguments): void {
  const wanted = oneOf(orders, args.raw(0));
  const from = sheet.shapes.indexOf(it);
  const last = sheet.shapes.length - 1;
  const to = { BringToFront: last, BringForward: Math.min(last, from + 1), SendToBack: 0, SendBackward: Math.max(0, from - 1) }[wanted];
  sheet.shapes.splice(from, 1);
  sheet.shapes.splice(to, 0, it);
}

function only<K extends "GeometricShape" | "Image" | "Line" | "ShapeGroup">(kind: K, type: string) {
  return ({ sheet, it }: Item) => {
    if (it.type !== type) throw invalidOperation(`the shape is no ${type}`);
    return hold(kind, { sheet, it } as Subjects[K]);
  };
}

function part<K extends "ShapeFill" | "ShapeLineFormat" | "TextFrame">(kind: K, path: string) {
  return ({ it }: Item) => hold(kind, { store: it.options, path } as Subjects[K]);
}

const settings = {
  visible: true,
  lockAspectRatio: false,
  placement: choice("TwoCell", "TwoCell OneCell Absolute"),
  altTextTitle: "",
  altTextDescription: "",
};

const shape: Definition<Item> = {
  id: ({ it }) => it.id,
  properties: {
    id: { get: ({ it }) => it.id },
    name: {
      get: ({ it }) => it.name,
      set: ({ it }, value) => {
        it.name = textOf(value);
      },
    },
    type: { get: ({ it }) => (it.type === "TextBox" ? "GeometricShape" : it.type) },
    geometricShapeType: {
      get: ({ it }) => it.options.get("geometricShapeType") ?? (it.type === "TextBox" ? "Rectangle" : null),
      set: ({ it }, value) => void it.options.set("geometricShapeType", oneOf(geometricShapes.split(" "), value)),
    },
    left: place("left"),
    top: place("top"),
    width: place("width"),
    height: place("height"),
    rotation: place("rotation"),
    ...optionProperties<Item>(settings, ({ it }) => ({ store: it.options, path: "" })),
    level: { get: ({ it }) => (it.group === undefined ? 0 : 1) },
    zOrderPosition: { get: ({ sheet, it }) => sheet.shapes.indexOf(it) },
  },
  objects: {
    fill: part("ShapeFill", "fill/"),
    lineFormat: part("ShapeLineFormat", "lineFormat/"),
    textFrame: part("TextFrame", "textFrame/"),
    geometricShape: only("GeometricShape", "GeometricShape"),
    image: only("Image", "Image"),
    line: only("Line", "Line"),
    group: only("ShapeGroup", "Group"),
    parentGroup: ({ sheet, it }) => (it.group === undefined ? null : find(sheet, sheet.shapes, it.group)),
  },
  methods: {
    delete: ({ sheet, it }) => {
      sheet.shapes = sheet.shapes.filter((one) => one !== it && one.group !== it.id);
    },
    incrementLeft: moved("left"),
    incrementTop: moved("top"),
    incrementRotation: moved("rotation"),
    scaleWidth: scaled("width"),
    scaleHeight: scaled("height"),
    setZOrder: setOrder,
    // Only Excel can draw a shape.
    getAsImage: () => {
      throw apiNotFound("Shape.getAsImage");
    },
  },
};

function ends(end: LineEnd): Record<string, Property<Item>> {
  const options = {
    [`${end}ArrowheadLength`]: choice("Medium", "Short Medium Long"),
    [`${end}ArrowheadStyle`]: choice("None", arrowheads),
    [`${end}ArrowheadWidth`]: choice("Medium", "Narrow Medium Wide"),
  };
  return optionProperties<Item>(options, ({ it }) => ({ store: it.options, path: "line/" }));
}

function connect(end: LineEnd) {
  return ({ it }: Item, args: Arguments): void => {
    const other = args.object(0, "Shape");
    if (!other) throw invalidArgument("the shape to connect to");
    it.options.set(`line/${end}Shape`, other.of.it.id).set(`line/${end}Site`, args.whole(1));
  };
}

function disconnect(end: LineEnd) {
  return ({ it }: Item): void => {
    it.options.delete(`line/${end}Shape`);
    it.options.delete(`line/${end}Site`);
  };
}

const isConnected = (end: LineEnd): Property<Item> => ({ get: ({ it }) => it.options.has(`line/${end}Shape`) });
const siteOf = (end: LineEnd): Property<Item> => ({ get: ({ it }) => it.options.get(`line/${end}Site`) ?? null });
const connected =
  (end: LineEnd) =>
  ({ sheet, it }: Item) => {
    const id = it.options.get(`line/${end}Shape`);
    return typeof id === "string" ? find(sheet, sheet.shapes, id) : null;
  };

const line: Definition<Item> = {
  id: ({ it }) => it.id,
  answeredSmall: ["connectorType"],
  properties: {
    id: { get: ({ it }) => it.id },
    ...optionProperties<Item>({ connectorType: choice("Straight", connectors) }, ({ it }) => ({ store: it.options, path: "line/" })),
    ...ends("begin"),
    ...ends("end"),
    isBeginConnected: isConnected("begin"),
    isEndConnected: isConnected("end"),
    beginConnectedSite: siteOf("begin"),
    endConnectedSite: siteOf("end"),
  },
  objects: { shape: (one) => hold("Shape", one), beginConnectedShape: connected("begin"), endConnectedShape: connected("end") },
  methods: {
    connectBeginShape: connect("begin"),
    connectEndShape: connect("end"),
    disconnectBeginShape: disconnect("begin"),
    disconnectEndShape: disconnect("end"),
  },
};

const fill = optionMembers({ foregroundColor: "#4472C4", transparency: 0, type: "Solid" });
const textFrame = optionMembers(
  {
    autoSizeSetting: choice("AutoSizeNone", "AutoSizeNone AutoSizeTextToFitShape AutoSizeShapeToFitText AutoSizeMixed"),
    bottomMargin: 3.6,
    topMargin: 3.6,
    leftMargin: 7.2,
    rightMargin: 7.2,
    horizontalAlignment: choice("Left", "Left Center Right Justify JustifyLow Distributed ThaiDistributed"),
    verticalAlignment: choice("Top", "Top Middle Bottom Justified Distributed"),
    horizontalOverflow: choice("Overflow", "Overflow Clip"),
    verticalOverflow: choice("Overflow", "Overflow Ellipsis Clip"),
    orientation: choice(
      "Horizontal",
      "Horizontal Vertical Vertical270 WordArtVertical EastAsianVertical MongolianVertical WordArtVerticalRTL",
    ),
    readingOrder: choice("LeftToRight", "LeftToRight RightToLeft"),
  },
  { textRange: "TextRange" },
);

/** `Excel.ShapeFontUnderlineStyle`. */
const shapeUnderlines =
  "None Single Double Heavy Dotted DottedHeavy Dash DashHeavy DashLong DashLongHeavy DotDash DotDashHeavy DotDotDash DotDotDashHeavy".concat(
    " Wavy WavyHeavy WavyDouble",
  );

/** Shapes and their parts. */
export const shapeMembers: Definitions = {
  ShapeCollection: collection,
  Shape: shape,
  ShapeFill: {
    properties: {
      ...fill.properties,
      foregroundColor: {
        get: ({ store, path }) => store.get(`${path}foregroundColor`) ?? "#4472C4",
        set: ({ store, path }, value) => void store.set(`${path}foregroundColor`, colorOf(value)),
      },
      type: { get: ({ store, path }) => store.get(`${path}type`) ?? "Solid" },
    },
    methods: {
      setSolidColor: ({ store, path }, args) => void store.set(`${path}foregroundColor`, colorOf(args.raw(0))).set(`${path}type`, "Solid"),
      clear: ({ store, path }) => void store.set(`${path}type`, "NoFill"),
    },
  },
  ShapeLineFormat: optionMembers({
    color: "#2F528F",
    dashStyle: choice(
      "Solid",
      "Dash DashDot DashDotDot LongDash LongDashDot RoundDot Solid SquareDot LongDashDotDot SystemDash SystemDot SystemDashDot",
    ),
    style: choice("Single", "Single ThickBetweenThin ThickThin ThinThick ThinThin"),
    transparency: 0,
    visible: true,
    weight: 1,
  }),
  GeometricShape: {
    id: ({ it }) => it.id,
    properties: { id: { get: ({ it }) => it.id } },
    objects: { shape: (one) => hold("Shape", one) },
  },
  TextFrame: {
    properties: {
      ...textFrame.properties,
      hasText: { get: ({ store, path }) => String(store.get(`${path}textRange/text`) ?? "") !== "" },
    },
    objects: { ...textFrame.objects },
    methods: { deleteText: ({ store, path }) => void store.set(`${path}textRange/text`, "") },
  },
  TextRange: optionMembers({ text: "" }, { font: "ShapeFont" }),
  ShapeFont: optionMembers({
    bold: false,
    color: "#FFFFFF",
    italic: false,
    name: "DengXian",
    size: 11,
    underline: choice("None", shapeUnderlines),
  }),
  Line: line,
  Image: {
    id: ({ it }) => it.id,
    properties: { id: { get: ({ it }) => it.id }, format: { get: () => "PNG" } },
    objects: { shape: (one) => hold("Shape", one) },
  },
  ShapeGroup: {
    id: ({ it }) => it.id,
    properties: { id: { get: ({ it }) => it.id } },
    objects: { shape: (one) => hold("Shape", one), shapes: (one) => hold("GroupShapeCollection", one) },
    methods: {
      ungroup: ({ sheet, it }) => {
        for (const member of sheet.shapes) if (member.group === it.id) member.group = undefined;
        sheet.shapes = sheet.shapes.filter((one) => one !== it);
      },
    },
  },
  GroupShapeCollection: {
    items: ({ sheet, it }) => sheet.shapes.filter(({ group }) => group === it.id).map((one) => item(sheet, one)),
    find: ({ sheet, it }, key) =>
      find(
        sheet,
        sheet.shapes.filter(({ group }) => group === it.id),
        key,
      ),
  },
};
