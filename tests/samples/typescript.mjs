// Lets Node run the project's TypeScript as it stands: `node --import ./tests/samples/typescript.mjs FILE.ts`.
import { transform } from "@swc/core";
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

// Node asks for the hooks below in a thread of their own.
if (isMainThread) register(import.meta.url);

/** Finds `./file` as `./file.ts`. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!specifier.startsWith(".")) throw error;
    return next(`${specifier}.ts`, context);
  }
}

/** Takes the types away. */
export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  const options = { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" }, sourceMaps: "inline" };
  const { code } = await transform(await readFile(fileURLToPath(url), "utf8"), { ...options, filename: fileURLToPath(url) });
  return { format: "module", source: code, shortCircuit: true };
}
