// Lint rules: TypeScript's strict set, and the project's own laws that a linter can see (clock and randomness stay at the edges).
import js from "@eslint/js";
import { createRequire } from "node:module";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

// The plugin's own copy of typescript-eslint extends classes that ESLint 10 no longer has; its rules use neither.
const require = createRequire(import.meta.url);
const unsupported = require("eslint/use-at-your-own-risk");
unsupported.FlatESLint ??= ESLint;
unsupported.LegacyESLint ??= ESLint;
const officeAddins = require("eslint-plugin-office-addins");

export default tseslint.config(
  { ignores: ["dist", "out", "node_modules"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: { console: "readonly", process: "readonly", URL: "readonly", performance: "readonly", module: "writable" },
    },
  },
  {
    files: ["src/domain/**", "src/sheets/**", "src/actions/**", "src/i18n/**", "src/sample/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "today is a parameter" },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "randomness is a parameter" },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "time is a parameter" },
      ],
      "no-restricted-globals": ["error", "process", "document", "window", "parseFloat"],
    },
  },
  {
    // Of Microsoft's recommended set only its own rules: the rest is decided above.
    files: ["src/excel/**"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      officeAddins.configs.recommended
        .flatMap((config) => Object.entries(config.rules ?? {}))
        .filter(([rule]) => rule.startsWith("office-addins/")),
    ),
  },
  {
    // What the pages run on: browsers of the last five years.
    files: ["src/**"],
    ignores: ["src/cli/**", "src/workbench/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with", "withResolvers", "fromAsync"].map((property) => ({
          property,
          message: "browsers of 2021 lack it",
        })),
      ],
    },
  },
  { files: ["tests/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off", "max-lines": "off" } },
);
