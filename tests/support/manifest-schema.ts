// The grammar of an add-in's XML manifest for a task pane in Excel, as data: which elements, in which order, with which attributes and texts.
// Source: [MS-OWEMXML] and the manifest reference of office-js. Elements that only Outlook, PowerPoint or content add-ins know are left out.

/** The namespaces by the short names used here. */
export const namespaces = {
  app: "http://schemas.microsoft.com/office/appforoffice/1.1",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  ribbon: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
} as const;

/** How often a child may stand at its place. */
type Often = "one" | "maybe" | "some" | "any";

/** A child at its place: its name, how often, and its type where that differs from its name. */
type Child = readonly [name: string, often: Often, type?: string];

/** What an element may look like. */
export interface ElementType {
  readonly ns: keyof typeof namespaces;
  readonly children?: readonly Child[];
  /** Required attributes with what they may hold; names ending in `?` are optional. */
  readonly attributes?: Readonly<Record<string, RegExp>>;
  readonly text?: RegExp;
}

const upTo = (length: number) => new RegExp(`^[^]{1,${length}}$`, "u");
const locale = /^[a-z]{2,3}-[A-Z]{2}$/;
const setVersion = /^\d+\.\d+$/;
const itemId = /^[A-Za-z][\w.-]{0,31}$/;
const resid = { resid: /^[^]{1,32}$/ };
const reference: ElementType = { ns: "ribbon", attributes: resid };
const setting = (ns: "app" | "bt", value: RegExp, more: Readonly<Record<string, RegExp>> = {}): ElementType => ({
  ns,
  attributes: { ...more, DefaultValue: value },
  children: [["Override", "any", `${ns}:Override:${value.source}`]],
});
const override = (ns: "app" | "bt", value: RegExp): [string, ElementType] => [
  `${ns}:Override:${value.source}`,
  { ns, attributes: { Locale: locale, Value: value } },
];
const sets = (ns: "app" | "bt"): Readonly<Record<string, ElementType>> => ({
  [`${ns}:Sets`]: { ns, attributes: { "DefaultMinVersion?": setVersion }, children: [["Set", "some", `${ns}:Set`]] },
  [`${ns}:Set`]: { ns, attributes: { Name: /^[A-Z]\w+$/, "MinVersion?": setVersion } },
});

const name = upTo(125);
const text = upTo(250);
const url = upTo(2048);
const page = upTo(2018);
const resource = (value: RegExp) => setting("bt", value, { id: itemId });

/** The types of elements; a child's type is its own name unless told otherwise. */
export const elementTypes: Readonly<Record<string, ElementType>> = {
  OfficeApp: {
    ns: "app",
    attributes: { "xsi:type": /^TaskPaneApp$/ },
    children: [
      ["Id", "one"],
      ["AlternateId", "maybe"],
      ["Version", "one"],
      ["ProviderName", "one"],
      ["DefaultLocale", "one"],
      ["DisplayName", "one"],
      ["Description", "one"],
      ["IconUrl", "one"],
      ["HighResolutionIconUrl", "one"],
      ["SupportUrl", "one", "IconUrl"],
      ["AppDomains", "maybe"],
      ["Hosts", "one"],
      ["Requirements", "maybe"],
      ["DefaultSettings", "one"],
      ["Permissions", "one"],
      ["VersionOverrides", "maybe"],
    ],
  },
  Id: { ns: "app", text: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/ },
  AlternateId: { ns: "app", text: /^.{5,12}\\WA\d{9}$/ },
  Version: { ns: "app", text: /^[1-9]\d{0,4}(\.\d{1,5}){0,3}$/ },
  ProviderName: { ns: "app", text: name },
  DefaultLocale: { ns: "app", text: locale },
  DisplayName: setting("app", name),
  Description: setting("app", text),
  IconUrl: setting("app", url),
  HighResolutionIconUrl: setting("app", url),
  AppDomains: { ns: "app", children: [["AppDomain", "some"]] },
  AppDomain: { ns: "app", text: /^https:\/\/[\w.-]+(:\d+)?$/ },
  Hosts: { ns: "app", children: [["Host", "some"]] },
  Host: { ns: "app", attributes: { Name: /^Workbook$/ } },
  Requirements: { ns: "app", children: [["Sets", "maybe", "app:Sets"]] },
  ...sets("app"),
  DefaultSettings: { ns: "app", children: [["SourceLocation", "one"]] },
  SourceLocation: setting("app", page),
  Permissions: { ns: "app", text: /^(Restricted|ReadDocument|ReadAllDocument|WriteDocument|ReadWriteDocument)$/ },
  ...Object.fromEntries([name, text, url, page].flatMap((value) => [override("app", value), override("bt", value)])),

  VersionOverrides: {
    ns: "ribbon",
    attributes: { "xsi:type": /^VersionOverridesV1_0$/ },
    children: [
      ["Description", "maybe", "reference"],
      ["Requirements", "maybe", "ribbon:Requirements"],
      ["Hosts", "one", "ribbon:Hosts"],
      ["Resources", "one"],
    ],
  },
  "ribbon:Requirements": { ns: "ribbon", children: [["Sets", "one", "bt:Sets"]] },
  ...sets("bt"),
  "ribbon:Hosts": { ns: "ribbon", children: [["Host", "one", "ribbon:Host"]] },
  "ribbon:Host": {
    ns: "ribbon",
    attributes: { "xsi:type": /^Workbook$/ },
    children: [
      ["Runtimes", "maybe"],
      ["DesktopFormFactor", "one"],
    ],
  },
  Runtimes: { ns: "ribbon", children: [["Runtime", "one"]] },
  Runtime: { ns: "ribbon", attributes: { ...resid, "lifetime?": /^(long|short)$/ } },
  DesktopFormFactor: {
    ns: "ribbon",
    children: [
      ["GetStarted", "maybe"],
      ["FunctionFile", "maybe", "reference"],
      ["ExtensionPoint", "some"],
    ],
  },
  GetStarted: {
    ns: "ribbon",
    children: [
      ["Title", "one", "reference"],
      ["Description", "one", "reference"],
      ["LearnMoreUrl", "one", "reference"],
    ],
  },
  ExtensionPoint: { ns: "ribbon", attributes: { "xsi:type": /^PrimaryCommandSurface$/ }, children: [["CustomTab", "one"]] },
  CustomTab: {
    ns: "ribbon",
    attributes: { id: itemId },
    children: [
      ["Group", "some"],
      ["Label", "one", "reference"],
    ],
  },
  Group: {
    ns: "ribbon",
    attributes: { id: itemId },
    children: [
      ["Label", "one", "reference"],
      ["Icon", "one"],
      ["Control", "some"],
    ],
  },
  Icon: { ns: "ribbon", children: [["Image", "some", "icon:Image"]] },
  "icon:Image": { ns: "bt", attributes: { ...resid, size: /^(16|20|24|32|40|48|64|80)$/ } },
  Control: {
    ns: "ribbon",
    attributes: { "xsi:type": /^Button$/, id: itemId },
    children: [
      ["Label", "one", "reference"],
      ["Supertip", "one"],
      ["Icon", "one"],
      ["Action", "one"],
      ["Enabled", "maybe"],
    ],
  },
  Enabled: { ns: "ribbon", text: /^(true|false)$/ },
  Supertip: {
    ns: "ribbon",
    children: [
      ["Title", "one", "reference"],
      ["Description", "one", "reference"],
    ],
  },
  Action: {
    ns: "ribbon",
    attributes: { "xsi:type": /^(ShowTaskpane|ExecuteFunction)$/ },
    children: [
      ["FunctionName", "maybe"],
      ["TaskpaneId", "maybe"],
      ["SourceLocation", "maybe", "reference"],
      ["Title", "maybe", "reference"],
    ],
  },
  FunctionName: { ns: "ribbon", text: /^[\w.]{1,125}$/ },
  TaskpaneId: { ns: "ribbon", text: name },
  reference,

  Resources: {
    ns: "ribbon",
    children: [
      ["Images", "maybe"],
      ["Urls", "maybe"],
      ["ShortStrings", "maybe"],
      ["LongStrings", "maybe"],
    ],
  },
  Images: { ns: "bt", children: [["Image", "some", "bt:Image"]] },
  Urls: { ns: "bt", children: [["Url", "some", "bt:Url"]] },
  ShortStrings: { ns: "bt", children: [["String", "some", "bt:ShortString"]] },
  LongStrings: { ns: "bt", children: [["String", "some", "bt:LongString"]] },
  "bt:Image": resource(url),
  "bt:Url": resource(url),
  "bt:ShortString": resource(name),
  "bt:LongString": resource(text),
};
