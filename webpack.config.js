// Builds the command line into dist/recovery.mjs; the format readers that are seldom needed stay in chunks of their own.
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export default {
  entry: { recovery: "./src/cli/index.ts" },
  target: "node20",
  output: {
    path: path("dist"),
    filename: "[name].mjs",
    chunkFilename: "[name].mjs",
    module: true,
    chunkFormat: "module",
    library: { type: "module" },
    clean: true,
  },
  experiments: { outputModule: true },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
  optimization: { minimize: false },
  devtool: false,
  performance: false,
  stats: "errors-warnings",
};
