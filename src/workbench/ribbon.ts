// The ribbon as the manifest describes it: one tab with its groups and buttons, in the page's language, on the page's own server.

/** A button: what it says, shows and opens. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** The pictures for screens of usual and of double density. */
  readonly icon: { readonly usual: string; readonly dense: string };
  /** The pane's address, as the button's ShowTaskpane says. */
  readonly page: string;
}

/** A group of buttons. */
export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** The add-in's tab. */
export interface Ribbon {
  /** The add-in's name, which is the pane's title. */
  readonly name: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
}

/**
 * The ribbon of a manifest.
 * @param base the address that stands for the add-in's own server: a manifest may name another one
 * @throws SyntaxError when the text is no manifest
 */
export function readRibbon(xml: string, locale: string, base: string): Ribbon {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  const [tab] = manifest.getElementsByTagName("CustomTab");
  if (!tab) throw new SyntaxError("the manifest has no tab");
  const text = texts(manifest, locale);
  const home = new URL(".", manifest.getElementsByTagName("SourceLocation")[0]?.getAttribute("DefaultValue") ?? base).href;
  const here = (resource: string): string => new URL(text(resource).replace(home, ""), base).href;
  const button = (control: Element): RibbonButton => ({
    id: control.id,
    label: text(resid(child(control, "Label"))),
    tip: text(resid(child(child(control, "Supertip"), "Description"))),
    icon: { usual: here(picture(control, "32")), dense: here(picture(control, "80")) },
    page: here(resid(child(child(control, "Action"), "SourceLocation"))),
  });
  const groups = [...tab.children].filter(({ tagName }) => tagName === "Group");
  return {
    name: text("name"),
    tab: text(resid(child(tab, "Label"))),
    groups: groups.map((group) => ({
      id: group.id,
      label: text(resid(child(group, "Label"))),
      buttons: [...group.children].filter(({ tagName }) => tagName === "Control").map(button),
    })),
  };
}

// The manifest's resources by id; an override for the language comes first.
function texts(manifest: Document, locale: string): (id: string) => string {
  const [resources] = manifest.getElementsByTagName("Resources");
  const found = new Map<string, string>();
  for (const resource of resources?.querySelectorAll("[id]") ?? []) {
    const override = [...resource.children].find((other) => other.getAttribute("Locale") === locale);
    found.set(resource.id, override?.getAttribute("Value") ?? resource.getAttribute("DefaultValue") ?? "");
  }
  return (id) => found.get(id) ?? "";
}

function child(parent: Element | undefined, tag: string): Element | undefined {
  return [...(parent?.children ?? [])].find(({ tagName }) => tagName === tag);
}

function resid(element: Element | undefined): string {
  return element?.getAttribute("resid") ?? "";
}

function picture(control: Element, size: string): string {
  const images = [...(child(control, "Icon")?.children ?? [])];
  return resid(images.find((image) => image.getAttribute("size") === size));
}
