// The layers: arrows point inward only (see README, "Layout").
const only = (from, allowed) => ({
  name: `${from}-reaches-inward-only`,
  severity: "error",
  from: { path: `^src/${from}/` },
  to: { path: "^src/", pathNot: allowed.map((layer) => `^src/${layer}`) },
});
const packages = (from, allowed) => ({
  name: `${from}-packages`,
  severity: "error",
  from: { path: `^src/${from}/` },
  to: { dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "core"], pathNot: allowed.map((name) => `node_modules/${name}`) },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    only("domain", ["domain/"]),
    only("i18n", ["i18n/", "domain/", "actions/workbook"]),
    only("sheets", ["sheets/", "domain/", "i18n/"]),
    only("actions", ["actions/", "sheets/", "domain/", "i18n/"]),
    only("xlsx", ["xlsx/", "sheets/", "domain/", "actions/workbook"]),
    only("scans", ["scans/"]),
    only("excel", ["excel/", "sheets/", "domain/", "actions/workbook"]),
    only("sample", ["sample/", "sheets/", "domain/"]),
    only("grid", ["grid/", "sheets/", "domain/"]),
    only("taskpane", ["taskpane/", "grid/", "actions/", "sheets/", "domain/", "i18n/", "excel/", "xlsx/", "scans/", "sample/"]),
    {
      name: "only-the-engine-works",
      comment: "The pane itself talks to Office and draws; actions, sheets and files are the worker's.",
      severity: "error",
      from: { path: "^src/taskpane/", pathNot: "^src/taskpane/(?:engine/|one-page|beside/draw-sheets)" },
      to: { path: "^src/(?:actions|sheets|xlsx|scans|sample)/", pathNot: "^src/actions/workbook", dependencyTypesNot: ["type-only"] },
    },
    only("workbench", ["workbench/", "grid/", "xlsx/", "sheets/", "domain/", "sample/", "i18n/", "actions/workbook", "actions/index"]),
    {
      name: "the-host-knows-no-files",
      comment: "The stand-in's Excel runs in pages and in Node alike; its page brings files and the sample county.",
      severity: "error",
      from: { path: "^src/workbench/host/" },
      to: { path: "^src/", pathNot: "^src/(?:workbench/host|sheets|domain)/" },
    },
    {
      name: "the-stand-in-stands-alone",
      comment: "The product must not lean on the stand-in.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { path: "^src/workbench/" },
    },
    packages("domain", ["date-fns"]),
    packages("i18n", []),
    packages("sheets", ["nzh", "pinyin-pro", "date-fns", "uqr"]),
    packages("actions", ["date-fns"]),
    packages("scans", ["zxing-wasm"]),
    packages("excel", ["@microsoft/office-js"]),
    packages("sample", ["pure-rand"]),
    packages("taskpane", ["@fluentui/web-components", "lit", "comlink"]),
    packages("grid", ["@revolist/revogrid", "lit"]),
    packages("workbench", ["@formulajs/formulajs", "color-name", "lit"]),
    {
      name: "file-engines-live-in-xlsx",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/xlsx/" },
      to: { path: "node_modules/(hucre|@e965|cfb|fflate|@noble|@xmldom|papaparse)" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
