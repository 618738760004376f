// Builds three things: the command line into dist/recovery.mjs; the pages (the pane, the page without Excel, the stand-in for Excel) into dist/web; and,
// beside them, the page without Excel as one file that needs no server.
// `npm start` serves the pages.
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import CssPlugin from "mini-css-extract-plugin";
import webpack from "webpack";
import { gridStyleHashes } from "./build/grid-styles.js";
import { OnePage } from "./build/one-page.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const readings = { test: /pinyin-pro.dist.esm.data.dict1\.mjs$/, loader: path("build/readings-as-text.js") };
const entities = { test: /@xmldom.xmldom.lib.entities\.js$/, loader: path("build/xml-entities.js") };
const typescript = { test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } };

// What reads codes, and opens pictures in WebP.
const wasmFiles = ["zxing-wasm/dist/reader/zxing_reader.wasm", "@jsquash/webp/codec/dec/webp_dec.wasm"];

/** The command line; the format readers that are seldom needed stay in chunks of their own. */
const recovery = {
  name: "recovery",
  entry: {
    recovery: "./src/cli/index.ts",
    reader: "./src/cli/reader.ts",
    scanner: "./src/cli/scanner.ts",
    ahead: "./src/cli/ahead.ts",
    writer: "./src/cli/writer.ts",
  },
  target: "node20",
  output: {
    path: path("dist"),
    filename: "[name].mjs",
    chunkFilename: "[name].mjs",
    module: true,
    chunkFormat: "module",
    library: { type: "module" },
    // The pages below dist have a build of their own.
    clean: { keep: /^web(?:[\\/]|$)/ },
  },
  experiments: { outputModule: true },
  // Node packs and unpacks by itself.
  resolve: { extensions: [".ts", ".js"], alias: { [path("src/xlsx/package/without-zlib")]: false } },
  // The program finds its readers beside itself, and they their WebAssembly.
  module: { rules: [readings, entities, typescript], parser: { javascript: { importMeta: false, url: false } } },
  plugins: [new CopyPlugin({ patterns: wasmFiles.map((file) => path(`node_modules/${file}`)) })],
  devtool: false,
  performance: false,
  stats: "errors-warnings",
};

// Nothing is loaded from elsewhere, nothing is sent anywhere. The hash is that of an empty style element: Fluent makes one and fills it by script.
// WebAssembly, which comes from beside the page too, reads the codes on photographs.
const policyWith = (styles) =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    ...styles,
    "img-src 'self' data: blob:",
    "worker-src blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
const policy = policyWith(["style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"]);
// The grid brings its styles in elements that it makes.
const gridPolicy = policyWith([`style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' ${gridStyleHashes().join(" ")}`]);

/** A page; `before` are scripts that must run first, in their order. */
const page = (name, { template = "./src/taskpane/taskpane.html", before = [], chunks = ["old-webview", name], csp = policy } = {}) =>
  new HtmlPlugin({
    filename: `${name}.html`,
    template,
    chunks,
    chunksSortMode: "manual",
    before,
    policy: csp,
    scriptLoading: "defer",
  });

// The files that a client may ask for, whichever Excel it is in; unmodified, as Microsoft's licence wants them.
const officeFiles = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

const styles = {
  test: /\.scss$/,
  use: [
    CssPlugin.loader,
    { loader: "css-loader", options: { url: false } },
    // Fabric Core is written in the Sass of its time.
    { loader: "sass-loader", options: { sassOptions: { quietDeps: true, silenceDeprecations: ["import", "global-builtin"] } } },
  ],
};

const oneFile = "loan-recovery-assistant.html";

/** The pages. */
const web = {
  name: "web",
  entry: {
    "old-webview": "./src/taskpane/shell/old-webview.ts",
    taskpane: "./src/taskpane/index.ts",
    "without-excel": "./src/taskpane/without-excel.ts",
    workbench: "./src/workbench/index.ts",
  },
  target: ["web", "es2022"],
  output: { path: path("dist/web"), filename: "[name].js", chunkFilename: "[name].[contenthash:8].js", clean: { keep: oneFile } },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    parser: { javascript: { worker: ["BoundWorker from ./bound-worker", "BoundWorker from ../../xlsx/in-browser/bound-worker"] } },
    rules: [readings, entities, typescript, styles],
  },
  plugins: [
    page("taskpane", { before: ["office/office.js"] }),
    page("without-excel", { csp: gridPolicy }),
    page("workbench", { template: "./src/workbench/workbench.html", chunks: ["workbench"], csp: gridPolicy }),
    new CssPlugin({ filename: "[name].css" }),
    new CopyPlugin({
      patterns: [
        ...officeFiles.map((file) => ({
          from: path(`node_modules/@microsoft/office-js/dist/${file}`),
          to: `office/${file}`,
          info: { minimized: true },
        })),
        { from: path("assets"), to: "assets", globOptions: { ignore: ["**/*.mjs"] } },
        // The stand-in draws its ribbon from it.
        { from: path("manifest.xml") },
      ],
    }),
  ],
  devtool: false,
  performance: false,
  stats: "errors-warnings",
};

/** The page without Excel as one file, for a USB stick. */
const alone = {
  name: "alone",
  entry: { "one-page": "./src/taskpane/one-page.ts" },
  target: ["web", "es2022"],
  output: { path: path("dist/web"), publicPath: "" },
  resolve: { extensions: [".ts", ".js"], alias: { [path("src/xlsx/in-browser/bound-worker")]: path("src/xlsx/in-browser/own-worker.ts") } },
  module: {
    // Everything is one program, which is its own worker.
    parser: { javascript: { dynamicImportMode: "eager", url: false, worker: false } },
    rules: [
      readings,
      entities,
      typescript,
      styles,
      { test: /scan-desk\.ts$/, parser: { url: true } },
      { test: /\.wasm$/, type: "asset/inline" },
    ],
  },
  plugins: [
    new webpack.DefinePlugin({ "import.meta.url": JSON.stringify("file:///") }),
    new CssPlugin({ filename: "[name].css" }),
    new OnePage({
      template: path("src/taskpane/one-page.html"),
      icon: path("assets/app-32.png"),
      filename: oneFile,
      styleHashes: gridStyleHashes(),
    }),
    // The grid would come in parts, which nobody could load.
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
  ],
  devtool: false,
  performance: false,
  stats: "errors-warnings",
};

/** Where manifest.xml says that the add-in is. */
const address = { host: "localhost", port: 3000 };

// Excel wants a certificate that the computer trusts; on Windows and Mac it is installed once, with the user's consent. Elsewhere one is made up.
async function certificate() {
  if (process.platform !== "win32" && process.platform !== "darwin") return undefined;
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return getHttpsServerOptions().catch(() => undefined);
}

const hasDisplay = process.platform === "win32" || process.platform === "darwin" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

/** The pages as they are built, over https; nothing is put into them. */
const served = async () => ({
  ...address,
  server: { type: "https", options: (await certificate()) ?? {} },
  client: false,
  hot: false,
  liveReload: false,
  static: false,
  devMiddleware: { index: "workbench.html" },
  open: hasDisplay ? ["/workbench.html"] : false,
  onListening: () => console.log(`\n  https://${address.host}:${address.port}/workbench.html\n`),
});

export default async ({ WEBPACK_SERVE } = {}) => (WEBPACK_SERVE ? { ...web, devServer: await served() } : [recovery, web, alone]);
