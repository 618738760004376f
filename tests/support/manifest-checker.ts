// Checks an add-in's manifest offline for what Microsoft's validation service would say, and for what only we can know: buttons, words, pictures.
import { DOMParser, type Document, type Element, ParseError } from "@xmldom/xmldom";
import { elementTypes, namespaces } from "./manifest-schema";

/** What the manifest is compared with. */
export interface ManifestWorld {
  /** The add-in's own server, without a slash at the end. */
  readonly origin: string;
  /** Every locale that has words besides the default one. */
  readonly locales: readonly string[];
  /** The buttons of each group in order, by the ids of control and group; the one named `pane` opens the pane as it is. */
  readonly groups: readonly { readonly id: string; readonly buttons: readonly string[] }[];
  /** A file that the server would send for a path such as `/assets/app-32.png`. */
  readonly file: (path: string) => Uint8Array | undefined;
}

/** One thing that is wrong: the name of the check, then where and what. */
export type Problem = `${Check}: ${string}`;

/** The names of the checks. */
export const checks = ["well-formed", "schema", "ids", "resources", "addresses", "pictures", "locales", "actions"] as const;
type Check = (typeof checks)[number];

type Report = (check: Check, what: string) => void;

/** Everything that is wrong with a manifest; empty when it can be handed to Excel. */
export function checkManifest(xml: string, world: ManifestWorld): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (check, what) => void problems.push(`${check}: ${what}`);
  const root = parse(xml, report)?.documentElement;
  if (!root) return problems;
  checkElement(root, "OfficeApp", report);
  checkIds(root, report);
  checkResources(root, report);
  checkAddresses(root, world, report);
  checkPictures(root, world, report);
  checkLocales(root, world, report);
  checkActions(root, world, report);
  return problems;
}

/** A button as a locale shows it. */
export interface ShownButton {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly tip: string;
}

/** The manifest's words in one locale, the default's where that has none of its own. */
export function shownWords(xml: string, locale: string) {
  const root = parse(xml, () => undefined)?.documentElement;
  if (!root) throw new RangeError("no manifest");
  const said = (element: Element) => overrideOf(element, locale) ?? element.getAttribute("DefaultValue") ?? "";
  const resource = (element: Element, name: string) =>
    said(resources(root).get(only(element, name)?.getAttribute("resid") ?? "") ?? element);
  const button = (control: Element): ShownButton => {
    const tip = only(control, "Supertip") ?? control;
    return { id: idOf(control), label: resource(control, "Label"), title: resource(tip, "Title"), tip: resource(tip, "Description") };
  };
  const [tab, welcome] = [all(root, "CustomTab")[0] ?? root, all(root, "GetStarted")[0] ?? root];
  return {
    name: said(only(root, "DisplayName") ?? root),
    description: said(only(root, "Description") ?? root),
    tab: resource(tab, "Label"),
    groups: all(tab, "Group").map((group) => ({ id: idOf(group), label: resource(group, "Label") })),
    buttons: all(tab, "Control").map(button),
    welcome: { title: resource(welcome, "Title"), description: resource(welcome, "Description") },
    panes: [...new Set(all(tab, "Action").map((action) => resource(action, "Title")))],
  };
}

function parse(xml: string, report: Report): Document | undefined {
  const onError = (level: string, message: string) => report("well-formed", `${level}: ${message.split("\n")[0] ?? ""}`);
  try {
    return new DOMParser({ onError }).parseFromString(xml, "text/xml");
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

const children = (element: Element): readonly Element[] => [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
const nameOf = (element: Element) => element.localName ?? element.nodeName;
const only = (element: Element, name: string) => children(element).find((child) => nameOf(child) === name);
const all = (element: Element, name: string): readonly Element[] => [...element.getElementsByTagNameNS("*", name)];
const idOf = (element: Element) => element.getAttribute("id") ?? "";
const typeOf = (element: Element) => element.getAttributeNS(namespaces.xsi, "type");
const overrideOf = (element: Element, locale: string) =>
  children(element)
    .find((child) => nameOf(child) === "Override" && child.getAttribute("Locale") === locale)
    ?.getAttribute("Value");

/** Where an element stands, for people: Control check > Supertip. */
function place(element: Element): string {
  const id = element.getAttribute("id") ?? element.getAttribute("Locale");
  const own = id ? `${nameOf(element)} ${id}` : nameOf(element);
  const parent = element.parentNode;
  return id || parent?.nodeType !== 1 ? own : `${place(parent as Element)} > ${own}`;
}

function checkElement(element: Element, typeName: string, report: Report): void {
  const type = elementTypes[typeName];
  if (!type) throw new RangeError(`no such type: ${typeName}`);
  const at = place(element);
  if (element.namespaceURI !== namespaces[type.ns]) report("schema", `${at} is in the wrong namespace`);
  checkAttributes(element, type.attributes ?? {}, report);
  const inside = children(element);
  if (type.text) {
    const text = (element.textContent ?? "").trim();
    if (inside.length > 0 || !type.text.test(text)) report("schema", `${at} can't be “${text}”`);
    return;
  }
  const stray = [...element.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? "").trim() : "")).join("");
  if (stray) report("schema", `${at} can't hold the text “${stray}”`);
  let next = 0;
  for (const [name, often, childType = name] of type.children ?? []) {
    const from = next;
    for (let child = inside[next]; child && nameOf(child) === name; child = inside[next]) {
      checkElement(child, childType, report);
      next += 1;
    }
    const count = next - from;
    if (count === 0 && (often === "one" || often === "some")) report("schema", `${at} lacks ${name}, or has it at another place`);
    if (count > 1 && (often === "one" || often === "maybe")) report("schema", `${at} has ${name} more than once`);
  }
  for (const child of inside.slice(next, next + 1)) report("schema", `${at} can't have ${nameOf(child)} here`);
}

function checkAttributes(element: Element, allowed: Readonly<Record<string, RegExp>>, report: Report): void {
  const present = [...element.attributes].filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:"));
  for (const { name, value } of present) {
    const pattern = allowed[name] ?? allowed[`${name}?`];
    if (!pattern) report("schema", `${place(element)} can't have ${name}`);
    else if (!pattern.test(value)) report("schema", `${place(element)} can't have ${name} “${value}”`);
  }
  const names = new Set(present.map(({ name }) => name));
  for (const name of Object.keys(allowed)) {
    if (!name.endsWith("?") && !names.has(name)) report("schema", `${place(element)} lacks ${name}`);
  }
}

function checkIds(root: Element, report: Report): void {
  const families = [["Control"], ["Group"], ["CustomTab"], ["String", "Url", "Image"]] as const;
  for (const names of families) {
    const ids = names.flatMap((name) => all(root, name)).flatMap((element) => element.getAttribute("id") ?? []);
    for (const id of twice(ids)) report("ids", `${names[0]} ${id} stands twice`);
  }
  if (all(root, "CustomTab").length > 1) report("ids", "an add-in has one custom tab");
}

const twice = (values: readonly string[]) => [...new Set(values.filter((value, index) => values.indexOf(value) < index))];

/** Which list a reference looks into. */
const sections: Readonly<Record<string, string>> = {
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Runtime: "Urls",
  Image: "Images",
};

const resources = (root: Element): ReadonlyMap<string, Element> =>
  new Map(
    all(root, "Resources").flatMap((list) => children(list).flatMap((section) => children(section).map((item) => [idOf(item), item]))),
  );

function checkResources(root: Element, report: Report): void {
  const items = resources(root);
  const used = new Set<string>();
  for (const element of all(root, "*")) {
    const resid = element.getAttribute("resid");
    if (resid === null) continue;
    used.add(resid);
    const item = items.get(resid);
    const section = sections[nameOf(element)];
    if (!item) report("resources", `${place(element)} refers to ${resid}, which is nowhere`);
    else if (nameOf(item.parentNode as Element) !== section) report("resources", `${place(element)} needs one of ${section}, not ${resid}`);
  }
  for (const id of items.keys()) if (!used.has(id)) report("resources", `${id} is never used`);
}

/** Every address in the manifest with the element that holds it, those for other locales included. */
function addresses(root: Element): readonly (readonly [Element, string])[] {
  const holders = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"].flatMap((name) => all(root, name));
  return holders.flatMap((holder) =>
    [holder, ...children(holder)].flatMap((element) => {
      const address = element.getAttribute("DefaultValue") ?? element.getAttribute("Value");
      return address === null ? [] : [[holder, address] as const];
    }),
  );
}

function checkAddresses(root: Element, { origin }: ManifestWorld, report: Report): void {
  for (const [element, address] of addresses(root)) {
    if (!URL.canParse(address) || new URL(address).protocol !== "https:") report("addresses", `${place(element)}: ${address} is not https`);
    else if (!address.startsWith(`${origin}/`)) report("addresses", `${place(element)}: ${address} is on another server`);
    else if (address.includes("#")) report("addresses", `${place(element)}: ${address} has a fragment`);
  }
  for (const domain of all(root, "AppDomain")) {
    const address = domain.textContent ?? "";
    if (address !== new URL(origin).origin) report("addresses", `AppDomain ${address} is another server`);
  }
}

function checkPictures(root: Element, world: ManifestWorld, report: Report): void {
  const images = resources(root);
  const expect = (element: Element | undefined, size: number, at: string) => {
    if (!element) return;
    for (const holder of [element, ...children(element)]) {
      const address = holder.getAttribute("DefaultValue") ?? holder.getAttribute("Value") ?? "";
      const found = pictureSize(address, world);
      if (found !== `${size}×${size}`) report("pictures", `${at}: ${address} is ${found}, not ${size}×${size}`);
    }
  };
  expect(only(root, "IconUrl"), 32, "IconUrl");
  expect(only(root, "HighResolutionIconUrl"), 64, "HighResolutionIconUrl");
  for (const icon of all(root, "Icon")) {
    const sizes = children(icon).map((image) => image.getAttribute("size") ?? "");
    for (const size of ["16", "32", "80"]) if (!sizes.includes(size)) report("pictures", `${place(icon)} lacks size ${size}`);
    for (const size of twice(sizes)) report("pictures", `${place(icon)} has size ${size} twice`);
    for (const image of children(icon)) {
      expect(images.get(image.getAttribute("resid") ?? ""), Number(image.getAttribute("size")), place(image));
    }
  }
}

/** The size in a PNG's header (PNG specification, 11.2.2), or why there is none. */
function pictureSize(address: string, { origin, file }: ManifestWorld): string {
  const bytes = address.startsWith(`${origin}/`) ? file(address.slice(origin.length)) : undefined;
  if (!bytes) return "missing";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng =
    bytes.length > 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(12) === 0x49484452;
  return isPng ? `${view.getUint32(16)}×${view.getUint32(20)}` : "no PNG";
}

function checkLocales(root: Element, { locales }: ManifestWorld, report: Report): void {
  const own = only(root, "DefaultLocale")?.textContent ?? "";
  const words = [only(root, "DisplayName"), only(root, "Description"), ...all(root, "String")].flatMap((element) => element ?? []);
  for (const element of words) {
    const overrides = children(element).map((child) => child.getAttribute("Locale") ?? "");
    for (const locale of locales) if (!overrides.includes(locale)) report("locales", `${place(element)} has no words for ${locale}`);
    for (const locale of new Set(overrides)) {
      if (locale !== own && !locales.includes(locale)) report("locales", `${place(element)}: ${locale} is no language of ours`);
    }
    if (overrides.includes(own)) report("locales", `${place(element)}: ${own} is the default already`);
    for (const locale of twice(overrides)) report("locales", `${place(element)} has words for ${locale} twice`);
    for (const [locale, said] of [
      [own, element.getAttribute("DefaultValue")] as const,
      ...locales.map((l) => [l, overrideOf(element, l)] as const),
    ]) {
      if (said && said.trim() !== said) report("locales", `${place(element)}: blanks around the words for ${locale}`);
      if (said && locale.startsWith("zh") !== /\p{Script=Han}/u.test(said))
        report("locales", `${place(element)}: “${said}” is not ${locale}`);
    }
  }
}

function checkActions(root: Element, { groups, origin }: ManifestWorld, report: Report): void {
  const shown = all(root, "Group").map((group) => `${idOf(group)}: ${all(group, "Control").map(idOf).join(" ")}`);
  const wanted = groups.map(({ id, buttons }) => `${id}: ${buttons.join(" ")}`);
  for (const line of wanted) if (!shown.includes(line)) report("actions", `no group “${line}”`);
  for (const line of shown) if (!wanted.includes(line)) report("actions", `nothing is behind group “${line}”`);
  if (shown.length === wanted.length && wanted.every((line) => shown.includes(line)) && shown.join() !== wanted.join()) {
    report("actions", "the groups are not in season order");
  }
  const items = resources(root);
  const start = only(only(root, "DefaultSettings") ?? root, "SourceLocation")?.getAttribute("DefaultValue") ?? "";
  if (!start.startsWith(`${origin}/`) || start.includes("?")) report("actions", `the pane starts at ${start}`);
  for (const control of all(root, "Control")) {
    const [action, id] = [all(control, "Action")[0], idOf(control)];
    if (!action) continue;
    if (typeOf(action) !== "ShowTaskpane" || only(action, "FunctionName")) report("actions", `${id} does not show the pane`);
    const page = items.get(only(action, "SourceLocation")?.getAttribute("resid") ?? "")?.getAttribute("DefaultValue");
    const expected = id === "pane" ? start : `${start}?action=${id}`;
    if (page !== expected) report("actions", `${id} opens ${page ?? "nothing"}, not ${expected}`);
  }
  const panes = new Set(all(root, "Action").map((action) => only(action, "TaskpaneId")?.textContent ?? ""));
  if (panes.size > 1 || panes.has("")) report("actions", `buttons open different panes: ${[...panes].join(" ")}`);
  if (only(root, "Permissions")?.textContent !== "ReadWriteDocument") report("actions", "writing tabs needs ReadWriteDocument");
}
