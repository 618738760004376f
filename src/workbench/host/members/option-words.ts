// The words of Excel's enumerations that several parts of charts and shapes share, as office.d.ts lists them.

/** `Excel.ChartLineStyle`. */
export const chartLineStyles = "None Continuous Dash DashDot DashDotDot Dot Grey25 Grey50 Grey75 Automatic RoundDot";

/** `Excel.ChartMarkerStyle`. */
export const markerStyles = "Invalid Automatic None Square Diamond Triangle X Star Dot Dash Circle Plus Picture";

/** `Excel.ChartDataLabelPosition`. */
export const labelPositions = "Invalid None Center InsideEnd InsideBase OutsideEnd Left Right Top Bottom BestFit Callout";

/** `Excel.ChartAxisTickMark`. */
export const tickMarks = "None Cross Inside Outside";

/** `Excel.ChartAxisTimeUnit`. */
export const timeUnits = "Days Months Years";

/** `Excel.ChartTextHorizontalAlignment`. */
export const chartHorizontals = "Center Left Right Justify Distributed";

/** `Excel.ChartTextVerticalAlignment`. */
export const chartVerticals = "Center Bottom Top Justify Distributed";

/** `Excel.ChartGradientStyleType`. */
export const gradientTypes = "ExtremeValue Number Percent";

/** `Excel.ArrowheadStyle`. */
export const arrowheads = "None Triangle Stealth Diamond Oval Open";

const arrows = "Right Left Up Down StripedRight NotchedRight BentUp LeftRight UpDown LeftUp LeftRightUp Quad Bent Uturn Circular"
  .concat(" LeftCircular LeftRightCircular CurvedRight CurvedLeft CurvedUp CurvedDown Swoosh")
  .replace(/\w+/g, "$&Arrow");
const flowChart =
  "Process Decision InputOutput PredefinedProcess InternalStorage Document Multidocument Terminator Preparation ManualInput ManualOperation"
    .concat(" Connector PunchedCard PunchedTape SummingJunction Or Collate Sort Extract Merge OfflineStorage OnlineStorage MagneticTape")
    .concat(" MagneticDisk MagneticDrum Display Delay AlternateProcess OffpageConnector")
    .replace(/\w+/g, "FlowChart$&");
const callouts = "LeftArrow RightArrow UpArrow DownArrow LeftRightArrow UpDownArrow QuadArrow WedgeRect WedgeRRect WedgeEllipse Cloud"
  .replace(/\w+/g, "$&Callout")
  .concat(" ", ["", "Accent", "Border", "AccentBorder"].flatMap((kind) => [1, 2, 3].map((number) => `${kind}Callout${number}`)).join(" "));
const buttons = "Blank Home Help Information ForwardNext BackPrevious End Beginning Return Document Sound Movie".replace(
  /\w+/g,
  "ActionButton$&",
);
const stars = [4, 5, 6, 7, 8, 10, 12, 16, 24, 32].map((points) => `Star${points}`).join(" ");

/** `Excel.GeometricShapeType`. */
export const geometricShapes = [
  "LineInverse Triangle RightTriangle Rectangle Diamond Parallelogram Trapezoid NonIsoscelesTrapezoid Pentagon Hexagon Heptagon Octagon",
  "Decagon Dodecagon RoundRectangle Round1Rectangle Round2SameRectangle Round2DiagonalRectangle SnipRoundRectangle Snip1Rectangle",
  "Snip2SameRectangle Snip2DiagonalRectangle Plaque Ellipse Teardrop HomePlate Chevron PieWedge Pie BlockArc Donut NoSmoking Cube Can",
  "LightningBolt Heart Sun Moon SmileyFace IrregularSeal1 IrregularSeal2 FoldedCorner Bevel Frame HalfFrame Corner DiagonalStripe Chord Arc",
  "LeftBracket RightBracket LeftBrace RightBrace BracketPair BracePair Cloud Ribbon Ribbon2 EllipseRibbon EllipseRibbon2 LeftRightRibbon",
  "VerticalScroll HorizontalScroll Wave DoubleWave Plus Gear6 Gear9 Funnel MathPlus MathMinus MathMultiply MathDivide MathEqual MathNotEqual",
  "CornerTabs SquareTabs PlaqueTabs ChartX ChartStar ChartPlus",
  ...[stars, arrows, flowChart, callouts, buttons],
].join(" ");
