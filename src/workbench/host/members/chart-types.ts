// The kinds of charts: those that are kept as data, and those of Excel's that fail by name.
import { oneOf } from "./words";

const shaped = "ColClustered ColStacked ColStacked100 BarClustered BarStacked BarStacked100 Col";

const kept = [
  "ColumnClustered ColumnStacked ColumnStacked100 BarClustered BarStacked BarStacked100",
  "3DColumn 3DColumnClustered 3DColumnStacked 3DColumnStacked100 3DBarClustered 3DBarStacked 3DBarStacked100",
  "Line LineMarkers LineStacked LineStacked100 LineMarkersStacked LineMarkersStacked100 3DLine",
  "Pie PieExploded 3DPie 3DPieExploded PieOfPie BarOfPie Doughnut DoughnutExploded",
  "Area AreaStacked AreaStacked100 3DArea 3DAreaStacked 3DAreaStacked100 Radar RadarMarkers RadarFilled",
  "XYScatter XYScatterSmooth XYScatterSmoothNoMarkers XYScatterLines XYScatterLinesNoMarkers Bubble Bubble3DEffect",
  ...["Cylinder", "Cone", "Pyramid"].map((shape) => shaped.replace(/\w+/g, `${shape}$&`)),
]
  .join(" ")
  .split(" ");

// What these show is more than a block of values: shares of shares, distributions, prices, maps.
const beyond = "Surface SurfaceWireframe SurfaceTopView SurfaceTopViewWireframe StockHLC StockOHLC StockVHLC StockVOHLC"
  .concat(" Histogram Boxwhisker Pareto RegionMap Treemap Waterfall Sunburst Funnel Invalid")
  .split(" ");

/** The kind of chart that a word names. */
export function chartTypeOf(value: unknown): string {
  return oneOf(kept, value, beyond);
}
