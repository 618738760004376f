// Which part of a workbook refers to which; parts that nothing refers to any more are taken out with the tab they belonged to.
import { xmlAttribute, xmlTags, withoutComments } from "../reading/xml-tags";
import { type ZipPackage } from "./zip-package";

/** A reference from one part to another; `type` is the last word of its address, `target` the name of a part. */
export interface PartRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The name of the part that holds a part's relations; the package itself is the part with the empty name. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/**
 * The part that a target names, seen from another part.
 * @example resolveTarget("xl/workbook.xml", "/xl/worksheets/sheet1.xml") // "xl/worksheets/sheet1.xml"
 */
export function resolveTarget(part: string, target: string): string {
  const steps: string[] = [];
  const from = target.startsWith("/") ? "" : part.slice(0, part.lastIndexOf("/") + 1);
  for (const step of (from + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/**
 * A part's name as seen from another part.
 * @example relativeTarget("xl/workbook.xml", "xl/worksheets/sheet1.xml") // "worksheets/sheet1.xml"
 */
export function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** What a part of the original file refers to inside the file. */
export function relationsOf(pack: ZipPackage, part: string): readonly PartRelation[] {
  const name = pack.find(relationsPart(part));
  if (name === undefined) return [];
  return [...xmlTags(withoutComments(pack.text(name)), "Relationship")]
    .map(({ attributes }) => attributes)
    .filter((attributes) => xmlAttribute(attributes, "TargetMode") !== "External")
    .map((attributes) => {
      const target = resolveTarget(part, xmlAttribute(attributes, "Target") ?? "");
      const type = (xmlAttribute(attributes, "Type") ?? "").replace(/^.*\//, "");
      return { id: xmlAttribute(attributes, "Id") ?? "", type, target: pack.find(target) ?? target };
    });
}

/** The parts that can be reached from these, themselves included; `blocked` says which steps are not to be taken. */
export function reachableParts(
  pack: ZipPackage,
  from: readonly string[],
  blocked: (part: string, relation: PartRelation) => boolean = () => false,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...from];
  for (let part = next.pop(); part !== undefined; part = next.pop()) {
    if (reached.has(part)) continue;
    reached.add(part);
    for (const relation of relationsOf(pack, part)) if (!blocked(part, relation)) next.push(relation.target);
  }
  return reached;
}
