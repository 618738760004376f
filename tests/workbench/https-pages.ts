// The built pages over https, as the frame protocol of Excel on the web wants them: a certificate made on the spot, and a browser that takes it.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { generate } from "selfsigned";
import type { Browser, Page } from "playwright-core";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};
const webFolder = process.env["WEB_FOLDER"] ?? join(import.meta.dirname, "../../dist/web");

/** Serves the built pages; anything else is not found. */
export async function serveSecurely(): Promise<{ readonly origin: string; readonly server: Server }> {
  if (!existsSync(join(webFolder, "workbench.html"))) throw new Error("dist/web is missing: npm run build makes it");
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], { keySize: 2048 });
  const server = createServer({ key, cert }, (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname));
    readFile(join(webFolder, path)).then(
      (bytes) => response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A page with everything that it asks for and complains about written down. */
export interface SecurePage {
  readonly page: Page;
  /** Addresses outside the origin. */
  readonly strangers: string[];
  /** Errors and warnings on the console, exceptions, and files that were not found. */
  readonly complaints: string[];
}

/** Opens a page over https at a time of its own. */
export async function openSecurely(browser: Browser, address: string, today: Date): Promise<SecurePage> {
  const { origin } = new URL(address);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)) strangers.push(url);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  // A clock that runs: the grid waits for time to pass.
  await page.clock.install({ time: today });
  await page.goto(address);
  return { page, strangers, complaints };
}
