// What a view is judged by: axe, one title, nothing cut off or wider than its place, and a keyboard that comes everywhere in order, its focus in sight.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type View = Page | Frame;

// Of the fill of letters, which axe asks for, Chromium tells what it would be without a contrast theme; nothing of ours fills letters otherwise.
const asSeen = `{
  const own = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return own.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}`;

/** Every violation in the view on show, with the elements that it is about. */
async function violations(view: View, within: string): Promise<readonly string[]> {
  // Neither axe itself nor all that it found right is sent across.
  await view.evaluate(`void (globalThis.axe ?? (() => { ${asSeen}; ${axe} })())`);
  const found = await view.evaluate<AxeResults["violations"]>(
    `axe.run(${within}, { iframes: false }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ""}`));
}

/** The same once nothing moves any more: Fluent's controls fade, and half faded they are pale. What is wrong stays wrong. */
export async function violationsAtRest(view: View, within = "document"): Promise<readonly string[]> {
  let found = await violations(view, within);
  for (let tries = 0; found.length > 0 && tries < 8; tries++) {
    await view.waitForTimeout(250);
    found = await violations(view, within);
  }
  return found;
}

/** What cannot be read: wider than the page, sticking out of it, or cut off in its own element without a title that says all. */
function cutOff(view: View): Promise<readonly string[]> {
  return view.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const named = (element: Element) => `${element.tagName} ${element.className}: ${(element.textContent ?? "").trim().slice(0, 40)}`;
    const isMeant = (element: Element) => element.closest(".unseen, .letter-page, .thumbnail, [title], input, svg, [hidden]") !== null;
    const isCut = (element: HTMLElement) => {
      const { overflowX } = getComputedStyle(element);
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0) return false;
      return right > clientWidth + 1 || left < -1 || (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1);
    };
    const cut = [...document.querySelectorAll<HTMLElement>("#pane *")].filter((element) => !isMeant(element) && isCut(element)).map(named);
    return scrollWidth > window.innerWidth ? [`the page: ${scrollWidth} px`, ...cut] : cut;
  });
}

/** What everybody needs of a view; `focus` is where the keyboard goes on after the view came. */
export async function judged(view: View) {
  return {
    violations: await violationsAtRest(view),
    titles: await view.locator("h1").count(),
    cutOff: await cutOff(view),
    isFocusLost: await view.evaluate(() => document.activeElement === document.body || document.activeElement === null),
  };
}

/** How a view that is right is judged. */
export const right = { violations: [], titles: 1, cutOff: [], isFocusLost: false };

/** The same of a page that has just come, which takes the focus from nobody. */
export const fresh = { ...right, isFocusLost: true };

/** Whatever the Tab key, pressed from the first control to the last, leaves out, meets in another order, or does not mark. */
export async function keyboardFaults(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate(() => {
    const wanted =
      "a[href], button, input, select, textarea, summary, [tabindex='0'], fluent-button, fluent-checkbox, fluent-text-field, fluent-radio";
    const isOn = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.hasAttribute("disabled") &&
      element.getAttribute("tabindex") !== "-1";
    const all = [...document.querySelectorAll<HTMLElement>(`#pane :is(${wanted})`)].filter(isOn);
    Object.assign(globalThis, { stops: all });
    all[0]?.focus();
    return all.length;
  });
  const faults: string[] = [];
  for (let at = 0, presses = 0; at < count && presses < 4 * count; presses++) {
    const found = await page.evaluate((index) => {
      const { stops } = globalThis as unknown as { stops: readonly HTMLElement[] };
      const now = document.activeElement as HTMLElement | null;
      const place = stops.findIndex((stop) => stop === now || stop.contains(now));
      const inner = now?.shadowRoot?.querySelector<HTMLElement>(":focus-visible, .control, .root");
      const isMarked = [now, inner, now?.closest<HTMLElement>("label")].some((element) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      });
      const name = (element: HTMLElement | undefined | null) =>
        element ? `${element.tagName} ${element.outerHTML.slice(0, 90)}` : "nothing";
      return { place, isMarked, name: name(now), wanted: name(stops[index]) };
    }, at);
    // A day has several parts, each with a stop of its own.
    if (found.place !== at - 1) {
      if (found.place !== at) return [...faults, `after ${at} of ${count}: ${found.name} instead of ${found.wanted}`];
      // The first one was not come to by a key.
      if (at > 0 && !found.isMarked) faults.push(`not marked: ${found.name}`);
      at++;
    }
    // Behind the last one the focus would leave the page.
    if (at < count) await page.keyboard.press("Tab");
  }
  return faults;
}
