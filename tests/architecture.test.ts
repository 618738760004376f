// What lint cannot say: the domain compiles alone, Chinese words stay at home, the lock file serves every platform.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import ts from "typescript";
import { columns, headingKey } from "../src/sheets/vocabulary/columns";
import type { FieldId } from "../src/domain/record/field";

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

test("src/domain compiles alone: no document, Excel or process can even be named there", () => {
  const program = ts.createProgram(files("src/domain"), {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const said = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText, file }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  expect(said).toEqual([]);
});

// Examples of rules are what a clerk types; everything else that people read is made in sheets and i18n.
test("no Chinese literal in domain, actions or xlsx, but in the examples of rules", () => {
  const found = [...files("src/domain"), ...files("src/actions"), ...files("src/xlsx")]
    .filter((file) => !file.startsWith(join("src", "domain", "checking", "rules")))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
      const literals: string[] = [];
      const visit = (node: ts.Node): void => {
        if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && /\p{Script=Han}/u.test(node.text))
          literals.push(`${file}: ${node.text}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return literals;
    });
  expect(found).toEqual([]);
});

test("no column alias is claimed by two fields", () => {
  const owners = new Map<string, FieldId>();
  const clashes: string[] = [];
  for (const [field, { heading, aliases }] of Object.entries(columns) as [FieldId, (typeof columns)[FieldId]][]) {
    for (const key of new Set([heading, ...aliases].map(headingKey))) {
      const owner = owners.get(key);
      if (owner && owner !== field) clashes.push(`${key}: ${owner}, ${field}`);
      owners.set(key, field);
    }
  }
  expect(clashes).toEqual([]);
});

/** What a source file calls or makes anew by its name. */
function callsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const called: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression)) called.push(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return called;
}

const callsOf = new Map(files("src").map((file) => [file, new Set(callsIn(file))]));

// Rule 0: each question is answered in one place. Whoever needs one of these answers asks the season that is open for it.
test.each([
  ["readSeasonBook", "sheets/reading/read-season.ts"],
  ["assignmentsOf", "sheets/reading/assignments.ts"],
  ["schoolsIn", "sheets/reading/assignments.ts"],
  ["decisionsIn", "sheets/lists/unassigned.ts"],
  ["RosterIndex", "domain/identity/roster-index.ts"],
  ["indexContracts", "domain/identity/contract-index.ts"],
  ["indexReports", "domain/identity/report.ts"],
  ["bookPayments", "domain/bank/repayment.ts"],
  ["checkBook", "actions/check-book.ts"],
  ["checkErrors", "actions/check-book.ts"],
  ["setApart", "domain/checking/held.ts"],
  ["standingsOf", "domain/standing/standing.ts"],
  ["standingsInQuestion", "domain/standing/standing.ts"],
  ["stopsOf", "domain/standing/standing.ts"],
  ["withoutLetters", "domain/standing/standing.ts"],
  ["slipsIn", "sheets/returns/slip-register.ts"],
])("%s is worked out by the open season alone", (name, own) => {
  const callers = [...callsOf].flatMap(([file, called]) => (file !== join("src", own) && called.has(name) ? [file] : []));
  expect(callers).toEqual([join("src", "actions", "season.ts")]);
});

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

// npm refuses to install from a lock file that leaves out the builds of other platforms; it drops them when a registry lacks one.
test("the lock file has every platform's build of every package", () => {
  const { packages } = JSON.parse(readFileSync(resolve("package-lock.json"), "utf8")) as Lock;
  const named = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)));
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !named.has(name)),
  );
  expect(missing).toEqual([]);
});
