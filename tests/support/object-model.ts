// Excel's object model as Microsoft declares it: members by class, with the words that they take and the API set that they came with.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";

/** A member of a class. */
export interface Declared {
  readonly name: string;
  readonly kind: "property" | "method";
  readonly isReadOnly: boolean;
  /** The words that a property takes, where it takes words. */
  readonly words: readonly string[];
  /** The minor number of its ExcelApi set; undefined when it is of another family or not released. */
  readonly set: number | undefined;
}

const file = createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/dist/office.d.ts");

/** The members by class, as far as `office.d.ts` declares them. */
export function objectModel(): ReadonlyMap<string, readonly Declared[]> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const classes = new Map<string, Declared[]>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel" || !statement.body || !ts.isModuleBlock(statement.body))
      continue;
    for (const one of statement.body.statements.filter(ts.isClassDeclaration)) {
      const members = one.members.flatMap((member) => declared(source, member) ?? []);
      classes.set(one.name?.text ?? "", [...new Map(members.map((member) => [member.name, member])).values()]);
    }
  }
  return classes;
}

function declared(source: ts.SourceFile, member: ts.ClassElement): Declared | undefined {
  const name = member.name && ts.isIdentifier(member.name) ? member.name.text : undefined;
  const set = /\[Api set: ExcelApi 1\.(\d+)/.exec(source.text.slice(member.pos, member.end))?.[1];
  if (name === undefined) return undefined;
  const isReadOnly =
    ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
  const parts = { name, isReadOnly, set: set === undefined ? undefined : Number(set) };
  if (ts.isMethodDeclaration(member)) return { ...parts, kind: "method", words: [] };
  return ts.isPropertyDeclaration(member) ? { ...parts, kind: "property", words: wordsOf(member.type) } : undefined;
}

function wordsOf(type: ts.TypeNode | undefined): readonly string[] {
  const parts = type && ts.isUnionTypeNode(type) ? type.types : [];
  return parts.flatMap((part) => (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : []));
}
