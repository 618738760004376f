// One file of everything that a page consists of, for a USB stick: its program, styles and icon stand in it, and its policy lets just these run.
import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { hashOf } from "./grid-styles.js";

// Written so that it ends no element; in a program these stand in strings and patterns only.
const inScript = (/** @type {string} */ text) => text.replaceAll(/<(?=\/script|!--)/gi, "\\x3c");

/**
 * The page, with a policy under which nothing but what stands in it runs, and nothing is sent or fetched.
 * @param {string} template with POLICY, ICON, STYLES, PROGRAM and LICENCES where they belong
 * @param {{ readonly icon: Uint8Array, readonly styles: string, readonly program: string, readonly licences: string, readonly styleHashes: readonly string[] }} parts
 * @returns {string}
 */
export function onePage(template, { icon, styles, program, licences, styleHashes }) {
  const page = template
    .replace("ICON", `data:image/png;base64,${Buffer.from(icon).toString("base64")}`)
    .replace("STYLES", () => styles)
    .replace("PROGRAM", () => inScript(program))
    .replace("LICENCES", () => inScript(licences));
  const hashesOf = (/** @type {RegExp} */ element) => [...page.matchAll(element)].map(([, text = ""]) => hashOf(text)).join(" ");
  const policy = [
    "default-src 'none'",
    // What reads the codes on photographs is WebAssembly, which stands in the program.
    `script-src ${hashesOf(/<script(?: id="program")?>(.*?)<\/script>/gs)} 'wasm-unsafe-eval'`,
    "connect-src data:",
    // An empty style element, which Fluent makes and fills by script, and those that the grid makes.
    `style-src ${hashesOf(/<style>(.*?)<\/style>/gs)} ${[hashOf(""), ...styleHashes].join(" ")}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return page.replace("POLICY", policy.join("; "));
}

/** For webpack: whatever was built becomes one page, and nothing else is written. */
export class OnePage {
  /** @param {{ readonly template: string, readonly icon: string, readonly filename: string, readonly styleHashes: readonly string[] }} files */
  constructor(files) {
    this.files = files;
  }

  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap("OnePage", (compilation) =>
      compilation.hooks.processAssets.tapPromise({ name: "OnePage", stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, async () => {
        const { template, icon, filename, styleHashes } = this.files;
        compilation.fileDependencies.addAll([template, icon]);
        const [html, picture] = await Promise.all([readFile(template, "utf8"), readFile(icon)]);
        const assets = compilation.getAssets().map(({ name, source }) => ({ name, text: String(source.source()) }));
        const all = (/** @type {string} */ end) => assets.flatMap(({ name, text }) => (name.endsWith(end) ? [text] : [])).join("\n");
        for (const { name } of assets) compilation.deleteAsset(name);
        const parts = { icon: picture, styles: all(".css"), program: all(".js"), licences: all(".LICENSE.txt"), styleHashes };
        // A minimiser would change what the policy was made for.
        compilation.emitAsset(filename, new sources.RawSource(onePage(html, parts)), { minimized: true });
      }),
    );
  }
}
