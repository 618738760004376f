// The whole object model as Microsoft declares it, walked through kind by kind: what is there works, what is not fails by its name, and no word is taken that Excel does not know.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ExcelHost } from "../../src/workbench/host/excel-host";
import { type Declared, objectModel } from "../support/object-model";
import { type OfficeClient, officeClient } from "../support/office-client";
import { type Proxy, tour, type Way } from "../support/tour";
import { calls, furnish } from "./furnished";

const model = objectModel();
const here = new Set(ExcelHost.members.map((member) => member.replace("()", "")));
/** FunctionResult is what functions answer and Service is no part of the model. */
const kinds = [...new Set(ExcelHost.members.map((member) => member.split(".")[0] ?? ""))].filter(
  (kind) => !["FunctionResult", "Service"].includes(kind),
);
/** What the client does by itself, whatever the host has. */
const own = ["context", "items", "isNullObject", "load", "set", "toJSON", "track", "untrack"];

let client: OfficeClient;
let ways: ReadonlyMap<string, Way>;
beforeAll(async () => {
  client = await officeClient({ requirements: { ExcelApi: "1.20" }, isGuarded: false });
  await furnish(client);
  ways = await tour(client, calls);
});
afterAll(() => client.close());

type Loose = Record<string, unknown> & { load?: (name: string) => void };

/** What comes of it: "works", or the code with the place and what is named. */
async function outcome(kind: string, use: (object: Loose) => unknown): Promise<string> {
  const context = new client.Excel.RequestContext();
  try {
    const object = ways.get(kind)?.(context);
    if (!object) throw new RangeError(`no way to ${kind}`);
    use(object as unknown as Loose);
    await context.sync();
    return "works";
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `${code}: ${message.split("\n")[0]}`;
  }
}

const sort = (sample: Proxy, { name, kind }: Declared): "call" | "event" | "part" | "value" => {
  if (kind === "method") return "call";
  return sample._scalarPropertyNames?.includes(name) ? "value" : sample._navigationPropertyNames?.includes(name) ? "part" : "event";
};

const uses = {
  call: (name: string) => (object: Loose) => (object[name] as () => void)(),
  event: (name: string) => (object: Loose) => (object[name] as { add: (handler: unknown) => void }).add(() => Promise.resolve()),
  part: (name: string) => (object: Loose) => (object[name] as Loose).load?.("$none"),
  value: (name: string) => (object: Loose) => object.load?.(name),
};

/** Every member of a kind with the sort of thing that it is. */
function membersOf(kind: string): readonly (Declared & { readonly sort: keyof typeof uses; readonly canBeSet: boolean })[] {
  const sample = ways.get(kind)?.(new client.Excel.RequestContext());
  if (!sample) throw new RangeError(`no way to ${kind}`);
  return (model.get(kind) ?? [])
    .filter(({ name }) => !own.includes(name))
    .map((member) => {
      const at = sample._scalarPropertyNames?.indexOf(member.name) ?? -1;
      return { ...member, sort: sort(sample, member), canBeSet: sample._scalarPropertyUpdateable?.[at] === true };
    });
}

/** Parts that an object has only if it is of the right kind are refused in so many words. */
const mayRefuse = /^InvalidOperation: .* is no /;

describe.each(kinds)("%s", (kind) => {
  test("what is not there fails by its name", async () => {
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const { name, sort: use } of membersOf(kind)) {
      const member = `${kind}.${name}`;
      if (here.has(member) || exceptions[member]?.includes("named")) continue;
      found[member] = await outcome(kind, uses[use](name));
      expected[member] = `ApiNotFound: This host has no such member: ${member}`;
    }
    expect(found).toEqual(expected);
  });

  test("what is there can be read, and set to what it is; words that Excel does not know are refused", async () => {
    const wrong: string[] = [];
    for (const { name, sort: use, canBeSet, words } of membersOf(kind)) {
      const member = `${kind}.${name}`;
      if (!here.has(member) || use === "call" || exceptions[member]?.includes("read")) continue;
      const read = await outcome(kind, uses[use](name));
      if (read !== "works" && !(use === "part" && mayRefuse.test(read))) wrong.push(`${member}: ${read}`);
      if (!canBeSet || read !== "works" || exceptions[member]?.includes("set")) continue;
      const set = (value: unknown): Promise<string> => outcome(kind, (object) => (object[name] = value));
      const value = await valueOf(kind, name);
      const again = value === null ? "works" : await set(value);
      if (again === `ApiNotFound: This host has no such member: ${member} to be set`) continue;
      if (again !== "works") wrong.push(`${member} = ${JSON.stringify(value)}: ${again}`);
      for (const word of words.filter((one) => one !== "")) {
        const taken = await set(word);
        if (taken !== "works" && taken !== `ApiNotFound: This host has no such member: ${word}`)
          wrong.push(`${member} = ${word}: ${taken}`);
      }
      if (words.length > 1 && !(await set("no such word")).startsWith("InvalidArgument")) wrong.push(`${member} takes any word`);
    }
    expect(wrong).toEqual([]);
  });
});

/** What cannot be tried with what stands in the book, or is named otherwise. */
const exceptions: Readonly<Record<string, readonly ("read" | "set" | "named")[]>> = {
  // A name of the whole book has no sheet.
  "NamedItem.worksheet": ["read"],
  // No rule is no rule that could be set.
  "DataValidation.rule": ["set"],
  // What a collection does not have is asked of its items.
  "RangeBorderCollection.tintAndShade": ["named"],
};

async function valueOf(kind: string, name: string): Promise<unknown> {
  const context = new client.Excel.RequestContext();
  const object = ways.get(kind)?.(context) as Loose | undefined;
  object?.load?.(name);
  await context.sync();
  return object?.[name];
}
