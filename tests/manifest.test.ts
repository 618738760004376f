// The manifest can be handed to Excel: Microsoft's rules, the ribbon's words in both languages, pictures in their sizes, and a button for each action.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { actionOf, actions, phaseOf, phases } from "../src/actions/index";
import { languages } from "../src/i18n/index";
import { ribbonWords } from "../src/i18n/ribbon";
import { tabNames } from "../src/sheets/vocabulary/tabs";
import { manifestFor } from "../build/manifest-for.js";
import { checkManifest, checks, type ManifestWorld, shownWords } from "./support/manifest-checker";

const root = new URL("../", import.meta.url);
const manifest = readFileSync(new URL("manifest.xml", root), "utf8");
const groups = [
  { id: "assistant", buttons: ["pane", "explain"] },
  ...phases.map((phase) => ({
    id: phase,
    buttons: actions.filter((action) => phaseOf(action.id) === phase).map(({ id }) => id as string),
  })),
];
const world: ManifestWorld = {
  origin: "https://localhost:3000",
  locales: ["en-US"],
  groups,
  file(path) {
    const file = new URL(`.${path}`, root);
    return existsSync(file) ? readFileSync(file) : undefined;
  },
};

test("the manifest is right in everything that is checked", () => {
  expect(checkManifest(manifest, world)).toEqual([]);
});

test("Microsoft's own parser reads it", () => {
  // In a process of its own: the package requires an ES module, which Node can do and jest's module loader can't.
  const script = `import m from "office-addin-manifest";
    console.log(JSON.stringify(await m.OfficeAddinManifest.readManifestFile("manifest.xml")));`;
  const printed = execFileSync(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(JSON.parse(printed)).toEqual({
    id: "d25724cf-5c1a-47e6-bbb6-c3b685514baf",
    manifestType: "xml",
    officeAppType: "TaskPaneApp",
    version: "1.0.0.0",
    providerName: "学生资助管理中心",
    defaultLocale: "zh-CN",
    appDomains: [],
    displayName: "助学贷款回收助手",
    description: ribbonWords["zh-CN"].description,
    iconUrl: "https://localhost:3000/assets/app-32.png",
    highResolutionIconUrl: "https://localhost:3000/assets/app-64.png",
    supportUrl: "https://localhost:3000/taskpane.html",
    hosts: ["Workbook"],
    permissions: "ReadWriteDocument",
    defaultSettings: { sourceLocation: "https://localhost:3000/taskpane.html" },
  });
});

test.each([
  ["zh-CN", "zh-CN"],
  ["en", "en-US"],
] as const)("%s: the ribbon shows the words of the catalogue", (language, locale) => {
  const words = ribbonWords[language];
  expect(shownWords(manifest, locale)).toEqual({
    name: words.name,
    description: words.description,
    tab: words.tab,
    groups: groups.map(({ id }) => ({ id, label: words.groups[id as keyof typeof words.groups] })),
    buttons: groups
      .flatMap(({ buttons }) => buttons)
      .map((id) => {
        const { label, tip } = words.buttons[id as keyof typeof words.buttons];
        return { id, label, title: label, tip };
      }),
    welcome: words.welcome,
    panes: [words.name],
  });
});

test("every language of the product is on the ribbon, and no words are left over", () => {
  expect(Object.keys(ribbonWords)).toEqual(languages);
  for (const language of languages) {
    expect(Object.keys(ribbonWords[language].buttons)).toEqual(groups.flatMap(({ buttons }) => buttons));
    expect(Object.keys(ribbonWords[language].groups)).toEqual(groups.map(({ id }) => id));
    const tips = [...Object.values(ribbonWords[language].buttons).map(({ tip }) => tip), ribbonWords[language].welcome.description];
    expect(tips.filter((tip) => !/[。.]$/.test(tip))).toEqual([]);
  }
});

test("supertips name our tabs as they are called", () => {
  const quoted = Object.values(ribbonWords["zh-CN"].buttons).flatMap(({ tip }) =>
    [...tip.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name),
  );
  expect(quoted.filter((name) => !Object.values<string>(tabNames).includes(name))).toEqual([]);
});

test("every button has a picture of its own, and all pictures together are small", () => {
  const drawn = ["app", ...groups.flatMap(({ buttons }) => buttons)];
  const files = readdirSync(new URL("assets/", root)).filter((name) => /\.(svg|png)$/.test(name));
  const expected = drawn.flatMap((name) => [
    `${name}.svg`,
    ...(name === "app" ? [16, 32, 64, 80] : [16, 32, 80]).map((size) => `${name}-${size}.png`),
  ]);
  expect([...files].sort()).toEqual([...expected].sort());
  const bytes = files.map((name) => readFileSync(new URL(`assets/${name}`, root)));
  expect(new Set(bytes.map((file) => file.toString("base64"))).size).toBe(files.length);
  expect(bytes.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(64 * 1024);
});

describe("the buttons", () => {
  test("stand in season order, each with an id of its own", () => {
    expect(actions.map(({ id }) => id)).toEqual([
      "check",
      "forms",
      "calendar",
      "split",
      "notices",
      "slips",
      "collect",
      "decide",
      "fix",
      "undo",
      "statements",
      "feedback",
      "repayment-rollup",
      "exception-rollup",
      "circular",
      "report",
      "next-season",
    ]);
    const order = actions.map(({ id }) => phases.indexOf(phaseOf(id)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(phases.length);
  });

  test("are found by the address that the ribbon opens", () => {
    for (const action of actions) expect(actionOf(`?action=${action.id}`)).toBe(action);
    expect(["", "?action=", "?action=pane", "?action=CHECK", "?other=check"].map(actionOf)).toEqual(Array(5).fill(undefined));
  });
});

/** A manifest with one thing wrong: what is replaced by what, or a change of the world, and what is then said. */
interface Broken {
  readonly what: string;
  readonly from?: string | RegExp;
  readonly to?: string;
  readonly in?: Partial<ManifestWorld>;
  readonly said: string;
}

const png = readFileSync(new URL("assets/check-16.png", root));
const long = "很".repeat(251);

const broken: readonly Broken[] = [
  {
    what: "a tag that is not closed",
    from: "</Hosts>",
    to: "",
    said: 'well-formed: fatalError: Opening and ending tag mismatch: "Hosts" != "OfficeApp"',
  },
  { what: "no XML", from: /^[^]*$/, to: "", said: "well-formed: fatalError: missing root element" },
  {
    what: "a wrong namespace",
    from: "office/appforoffice/1.1",
    to: "office/appforoffice/1.0",
    said: "schema: OfficeApp is in the wrong namespace",
  },
  {
    what: "Label before the groups",
    from: /(<CustomTab[^>]*>)([^]*)(<Label resid="tab"\/>)/,
    to: "$1$3$2",
    said: "schema: CustomTab loan-recovery lacks Group, or has it at another place",
  },
  {
    what: "Icon before Supertip",
    from: /(<Supertip>[^]*?<\/Supertip>)(\s*)(<Icon>[^]*?<\/Icon>)/,
    to: "$3$2$1",
    said: "schema: Control pane lacks Supertip, or has it at another place",
  },
  {
    what: "Permissions before DefaultSettings",
    from: /(<DefaultSettings>[^]*<\/DefaultSettings>)(\s*)(<Permissions>.*<\/Permissions>)/,
    to: "$3$2$1",
    said: "schema: OfficeApp lacks DefaultSettings, or has it at another place",
  },
  {
    what: "an unknown element",
    from: "<GetStarted>",
    to: "<Nonsense/><GetStarted>",
    said: "schema: OfficeApp > VersionOverrides > Hosts > Host > DesktopFormFactor can't have Nonsense here",
  },
  {
    what: "an unknown attribute",
    from: '<Group id="delivery">',
    to: '<Group id="delivery" hidden="true">',
    said: "schema: Group delivery can't have hidden",
  },
  { what: "a missing attribute", from: '<Host Name="Workbook"/>', to: "<Host/>", said: "schema: OfficeApp > Hosts > Host lacks Name" },
  {
    what: "a second id",
    from: "<Id>",
    to: "<Id>d25724cf-5c1a-47e6-bbb6-c3b685514baf</Id><Id>",
    said: "schema: OfficeApp has Id more than once",
  },
  { what: "stray text", from: "<Hosts>", to: "<Hosts>Excel", said: "schema: OfficeApp > Hosts can't hold the text “Excel”" },
  {
    what: "an id that is none",
    from: "<Id>d25724cf",
    to: "<Id>d25724c",
    said: "schema: OfficeApp > Id can't be “d25724c-5c1a-47e6-bbb6-c3b685514baf”",
  },
  { what: "a version below 1", from: "<Version>1.0", to: "<Version>0.1", said: "schema: OfficeApp > Version can't be “0.1.0.0”" },
  {
    what: "a product name that is too long",
    from: 'DisplayName DefaultValue="助学贷款回收助手"',
    to: `DisplayName DefaultValue="${long.slice(0, 126)}"`,
    said: `schema: OfficeApp > DisplayName can't have DefaultValue “${long.slice(0, 126)}”`,
  },
  {
    what: "a label that is too long",
    from: 'Value="Check Lists"',
    to: `Value="${"x".repeat(126)}"`,
    said: `schema: Override en-US can't have Value “${"x".repeat(126)}”`,
  },
  {
    what: "a supertip that is too long",
    from: /(id="check-tip" DefaultValue=)"[^"]*"/,
    to: `$1"${long}"`,
    said: `schema: String check-tip can't have DefaultValue “${long}”`,
  },
  {
    what: "a resource id over 32 characters",
    from: /check-tip/g,
    to: "c".repeat(33),
    said: `schema: String ${"c".repeat(33)} can't have id “${"c".repeat(33)}”`,
  },
  {
    what: "a button id over 32 characters",
    from: '<Control xsi:type="Button" id="check">',
    to: `<Control xsi:type="Button" id="${"c".repeat(33)}">`,
    said: `schema: Control ${"c".repeat(33)} can't have id “${"c".repeat(33)}”`,
  },
  {
    what: "two buttons of one id",
    from: '<Control xsi:type="Button" id="split">',
    to: '<Control xsi:type="Button" id="check">',
    said: "ids: Control check stands twice",
  },
  { what: "two resources of one id", from: ' id="split-label"', to: ' id="check-label"', said: "ids: String check-label stands twice" },
  {
    what: "a reference to nothing",
    from: '<Label resid="split-label"/>',
    to: '<Label resid="split"/>',
    said: "resources: Control split > Label refers to split, which is nowhere",
  },
  {
    what: "a label among the long texts",
    from: '<Label resid="split-label"/>',
    to: '<Label resid="split-tip"/>',
    said: "resources: Control split > Label needs one of ShortStrings, not split-tip",
  },
  {
    what: "http",
    from: "https://localhost:3000/taskpane.html?action=split",
    to: "http://localhost:3000/taskpane.html?action=split",
    said: "addresses: Url split-page: http://localhost:3000/taskpane.html?action=split is not https",
  },
  {
    what: "an address that is none",
    from: "https://localhost:3000/assets/app-32.png",
    to: "assets/app-32.png",
    said: "addresses: OfficeApp > IconUrl: assets/app-32.png is not https",
  },
  {
    what: "a foreign server",
    from: 'SupportUrl DefaultValue="https://localhost:3000/',
    to: 'SupportUrl DefaultValue="https://localhost:30001/',
    said: "addresses: OfficeApp > SupportUrl: https://localhost:30001/taskpane.html is on another server",
  },
  {
    what: "a fragment",
    from: "?action=collect",
    to: "?action=collect#top",
    said: "addresses: Url collect-page: https://localhost:3000/taskpane.html?action=collect#top has a fragment",
  },
  {
    what: "a foreign domain",
    from: "<Hosts>",
    to: "<AppDomains><AppDomain>https://x.example</AppDomain></AppDomains><Hosts>",
    said: "addresses: AppDomain https://x.example is another server",
  },
  {
    what: "a domain with a path",
    from: "<Hosts>",
    to: "<AppDomains><AppDomain>https://localhost:3000/a</AppDomain></AppDomains><Hosts>",
    said: "schema: OfficeApp > AppDomains > AppDomain can't be “https://localhost:3000/a”",
  },
  {
    what: "an icon without its largest size",
    from: '<bt:Image size="80" resid="split-80"/>',
    to: "",
    said: "pictures: Control split > Icon lacks size 80",
  },
  {
    what: "a size twice",
    from: '<bt:Image size="80" resid="split-80"/>',
    to: '<bt:Image size="32" resid="split-80"/>',
    said: "pictures: Control split > Icon has size 32 twice",
  },
  {
    what: "a picture of another size",
    from: "assets/split-80.png",
    to: "assets/split-32.png",
    said: "pictures: Control split > Icon > Image: https://localhost:3000/assets/split-32.png is 32×32, not 80×80",
  },
  {
    what: "a picture that is not there",
    from: "assets/app-64.png",
    to: "assets/app-65.png",
    said: "pictures: HighResolutionIconUrl: https://localhost:3000/assets/app-65.png is missing, not 64×64",
  },
  {
    what: "a file that is no picture",
    in: { file: () => new TextEncoder().encode("<svg/>".repeat(9)) },
    said: "pictures: IconUrl: https://localhost:3000/assets/app-32.png is no PNG, not 32×32",
  },
  {
    what: "the same small picture everywhere",
    in: { file: () => png },
    said: "pictures: IconUrl: https://localhost:3000/assets/app-32.png is 16×16, not 32×32",
  },
  {
    what: "a label without English",
    from: /<bt:Override Locale="en-US" Value="Check Lists"\/>/,
    to: "",
    said: "locales: String check-label has no words for en-US",
  },
  {
    what: "no words for a further language",
    in: { locales: ["en-US", "ug-CN"] },
    said: "locales: String check-label has no words for ug-CN",
  },
  {
    what: "a language that is not ours",
    from: 'Locale="en-US" Value="Check Lists"',
    to: 'Locale="fr-FR" Value="Check Lists"',
    said: "locales: String check-label: fr-FR is no language of ours",
  },
  {
    what: "words for the default language twice",
    from: 'Locale="en-US" Value="Check Lists"',
    to: 'Locale="zh-CN" Value="校验"',
    said: "locales: String check-label: zh-CN is the default already",
  },
  {
    what: "English words twice",
    from: /(<bt:Override Locale="en-US" Value="Check Lists"\/>)/,
    to: "$1$1",
    said: "locales: String check-label has words for en-US twice",
  },
  {
    what: "Chinese for the English",
    from: 'Value="Check Lists"',
    to: 'Value="校验名单"',
    said: "locales: String check-label: “校验名单” is not en-US",
  },
  {
    what: "English for the Chinese",
    from: 'DefaultValue="校验名单"',
    to: 'DefaultValue="Check"',
    said: "locales: String check-label: “Check” is not zh-CN",
  },
  {
    what: "blanks around words",
    from: 'Value="Check Lists"',
    to: 'Value="Check Lists "',
    said: "locales: String check-label: blanks around the words for en-US",
  },
  {
    what: "a locale that is none",
    from: 'Locale="en-US" Value="Check Lists"',
    to: 'Locale="en" Value="Check Lists"',
    said: "schema: Override en can't have Locale “en”",
  },
  {
    what: "a button without an action",
    in: { groups: groups.map(({ id, buttons }) => ({ id, buttons: buttons.filter((button) => button !== "split") })) },
    said: "actions: nothing is behind group “preparation: check forms calendar split”",
  },
  {
    what: "an action without a button",
    in: { groups: groups.map(({ id, buttons }) => ({ id, buttons: [...buttons, "visits"] })) },
    said: "actions: no group “delivery: notices slips visits”",
  },
  { what: "groups out of order", in: { groups: [...groups].reverse() }, said: "actions: the groups are not in season order" },
  {
    what: "a button that opens another action",
    from: "?action=collect",
    to: "?action=notices",
    said: "actions: collect opens https://localhost:3000/taskpane.html?action=notices, not https://localhost:3000/taskpane.html?action=collect",
  },
  {
    what: "a button with a pane of its own",
    from: "<TaskpaneId>assistant<",
    to: "<TaskpaneId>other<",
    said: "actions: buttons open different panes: other assistant",
  },
  {
    what: "a function command",
    from: /xsi:type="ShowTaskpane">/,
    to: 'xsi:type="ExecuteFunction"><FunctionName>check</FunctionName>',
    said: "actions: pane does not show the pane",
  },
  {
    what: "a start with an action",
    from: '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"',
    to: '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html?action=check"',
    said: "actions: the pane starts at https://localhost:3000/taskpane.html?action=check",
  },
  { what: "too little permission", from: "ReadWriteDocument", to: "ReadDocument", said: "actions: writing tabs needs ReadWriteDocument" },
];

describe("a broken manifest is refused:", () => {
  test.each(broken)("$what", ({ from = "", to = "", in: change, said }) => {
    const changed = from === "" ? manifest : manifest.replace(from, to);
    if (from !== "") expect(changed).not.toBe(manifest);
    expect(checkManifest(changed, { ...world, ...change })).toContain(said);
  });

  test("a resource that nothing refers to", () => {
    expect(checkManifest(manifest.replaceAll('<Title resid="name"/>', ""), world)).toEqual(["resources: name is never used"]);
  });

  test("two custom tabs", () => {
    const [tab = ""] = /<CustomTab[^]*<\/CustomTab>/.exec(manifest) ?? [];
    const found = checkManifest(manifest.replace(tab, tab + tab), world);
    expect(found).toContain("ids: an add-in has one custom tab");
    expect(found).toContain(
      "schema: OfficeApp > VersionOverrides > Hosts > Host > DesktopFormFactor > ExtensionPoint has CustomTab more than once",
    );
  });

  test("every check has been seen to fail", () => {
    const failing = new Set([...broken.map(({ said }) => said.split(":")[0]), "resources"]);
    expect([...failing].sort()).toEqual([...checks].sort());
  });
});

describe("the manifest for a server of one's own", () => {
  test.each([
    ["https://intranet.example", "https://intranet.example"],
    ["https://intranet.example/", "https://intranet.example"],
    ["https://intranet.example:8443/tools/recovery/", "https://intranet.example:8443/tools/recovery"],
    ["https://资助.example", "https://xn--7frt77k.example"],
  ])("%s", (url, origin) => {
    const made = manifestFor(manifest, url);
    expect(made).not.toContain("localhost");
    expect(checkManifest(made, { ...world, origin })).toEqual([]);
    expect(made.replaceAll(origin, "https://localhost:3000")).toBe(manifest);
  });

  test("an AppDomain takes the server without the folder; other addresses stay as they are", () => {
    const text = '<AppDomain>https://localhost:3000</AppDomain><A B="https://localhost:30001/"/><A B="https://localhost:3000"/>';
    expect(manifestFor(text, "https://x.example/a&b")).toBe(
      '<AppDomain>https://x.example</AppDomain><A B="https://localhost:30001/"/><A B="https://x.example/a&amp;b"/>',
    );
  });

  test.each([
    ["http://intranet.example", "an add-in needs https: http://intranet.example"],
    ["intranet.example", "no address: intranet.example"],
    ["", "no address: "],
    ["https://x.example/?a=1", "only a server and a folder: https://x.example/?a=1"],
    ["https://x.example/#a", "only a server and a folder: https://x.example/#a"],
    ["https://me:secret@x.example/", "only a server and a folder: https://me:secret@x.example/"],
  ])("%s is refused", (url, why) => {
    expect(() => manifestFor(manifest, url)).toThrow(new RangeError(why));
  });
});
