// Builds two things: the command line into dist/recovery.mjs, and the pages (the pane, the page without Excel) into dist/web.
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import CssPlugin from "mini-css-extract-plugin";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const typescript = { test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } };

/** The command line; the format readers that are seldom needed stay in chunks of their own. */
const recovery = {
  name: "recovery",
  entry: { recovery: "./src/cli/index.ts" },
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
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [typescript] },
  optimization: { minimize: false },
  devtool: false,
  performance: false,
  stats: "errors-warnings",
};

// Nothing is loaded from elsewhere, nothing is sent anywhere. The hash is that of an empty style element: Fluent makes one and fills it by script.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

/** A page; `before` are scripts that must run first, in their order. */
const page = (name, { template = "./src/taskpane/taskpane.html", before = [] } = {}) =>
  new HtmlPlugin({
    filename: `${name}.html`,
    template,
    chunks: ["old-webview", name],
    chunksSortMode: "manual",
    before,
    policy,
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

/** The pages. */
const web = {
  name: "web",
  entry: {
    "old-webview": "./src/taskpane/old-webview.ts",
    taskpane: "./src/taskpane/index.ts",
    "without-excel": "./src/taskpane/without-excel.ts",
  },
  target: ["web", "es2022"],
  output: { path: path("dist/web"), filename: "[name].js", chunkFilename: "[name].[contenthash:8].js", clean: true },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      typescript,
      {
        test: /\.scss$/,
        use: [
          CssPlugin.loader,
          { loader: "css-loader", options: { url: false } },
          // Fabric Core is written in the Sass of its time.
          { loader: "sass-loader", options: { sassOptions: { quietDeps: true, silenceDeprecations: ["import", "global-builtin"] } } },
        ],
      },
    ],
  },
  plugins: [
    page("taskpane", { before: ["office/office.js"] }),
    page("without-excel"),
    new CssPlugin({ filename: "[name].css" }),
    new CopyPlugin({
      patterns: [
        ...officeFiles.map((file) => ({
          from: path(`node_modules/@microsoft/office-js/dist/${file}`),
          to: `office/${file}`,
          info: { minimized: true },
        })),
        { from: path("assets"), to: "assets", globOptions: { ignore: ["**/*.mjs"] } },
      ],
    }),
  ],
  devtool: false,
  performance: false,
  stats: "errors-warnings",
};

export default [recovery, web];
