// What the pane weighs before Excel's own script, and that nothing in the pages points elsewhere.
import { expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { gridStyleHashes } from "../../build/grid-styles.js";
import { webFolder } from "../support/pages.mjs";

const read = (file: string) => readFile(join(webFolder, file));

test.each(["taskpane", "without-excel"])("%s weighs less than 250 kB packed, office.js aside", async (page) => {
  const files = await Promise.all(["old-webview.js", `${page}.js`, `${page}.css`, `${page}.html`].map(read));
  const weight = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(weight).toBeLessThan(250_000);
  // The build is the real one, not an empty shell.
  expect(weight).toBeGreaterThan(20_000);
});

// What the grid makes, each by its hash.
const ofGrid = ` ${gridStyleHashes().join(" ")}`;

test.each([
  ["taskpane", ""],
  ["without-excel", ofGrid],
])("%s has a strict policy, no inline script, and no address of another origin", async (page, styles) => {
  const [html, css] = await Promise.all([read(`${page}.html`), read(`${page}.css`)]).then((files) => files.map(String));
  expect(/content="(default-src[^"]*)"/.exec(html!)?.[1]?.split("; ")).toEqual([
    "default-src 'self'",
    // The reader of photographs is WebAssembly from beside the page.
    "script-src 'self' 'wasm-unsafe-eval'",
    // An empty style element, which Fluent makes and fills by script.
    `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='${styles}`,
    "img-src 'self' data: blob:",
    "worker-src blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ]);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|https?:\/\//);
  expect(css).not.toMatch(/url\(|@import|@font-face/);
});

test("the page as one file lets nothing run but what stands in it, and fetches nothing", async () => {
  const html = String(await read("loan-recovery-assistant.html"));
  const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const inner = (element: RegExp) => [...html.matchAll(element)].map(([, text = ""]) => hashOf(text)).join(" ");
  expect(/content="(default-src[^"]*)"/.exec(html)?.[1]?.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${inner(/<script(?: id="program")?>(.*?)<\/script>/gs)} 'wasm-unsafe-eval'`,
    // The WebAssembly in the program; such an address leads nowhere.
    "connect-src data:",
    `style-src ${inner(/<style>(.*?)<\/style>/gs)} ${hashOf("")}${ofGrid}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  const [before = ""] = html.split("<script");
  expect(before).not.toMatch(/ src=|href="(?!data:)/);
  expect(html).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/);
});

test("Excel's own script comes from our origin, unmodified", async () => {
  const own = await readFile(join(webFolder, "../../node_modules/@microsoft/office-js/dist/office.js"));
  expect((await read("office/office.js")).equals(own)).toBe(true);
  expect(String(await read("taskpane.html"))).toMatch(/<script src="?office\/office\.js"?>/);
});
