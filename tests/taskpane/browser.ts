// A real browser for tests: the machine's own Chromium or Chrome, else the one that comes from npm; and the built pages served on one origin.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import bundled from "@sparticuz/chromium";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const quiet = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-quic",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
];

/** A running browser. */
export async function startBrowser(): Promise<Browser> {
  const own = installed.find((path) => existsSync(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: quiet });
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args, ...quiet] });
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Where the build puts the pages. */
export const webFolder = join(import.meta.dirname, "../../dist/web");

/** Serves the built pages; anything else is not found. */
export async function servePages(): Promise<{ readonly origin: string; readonly server: Server }> {
  if (!existsSync(join(webFolder, "taskpane.html"))) throw new Error("dist/web is missing: npm run build makes it");
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    readFile(join(webFolder, path)).then(
      (bytes) => response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A page as wide as a pane, with everything that it asks for and complains about written down. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses outside the origin that the page or its worker asked for. */
  readonly strangers: string[];
  /** Errors and warnings on the console, exceptions, and files that were not found. */
  readonly complaints: string[];
}

/** Opens a page of the built site. */
export async function openPage(
  browser: Browser,
  origin: string,
  path: string,
  { width = 320, today }: { readonly width?: number; readonly today: Date },
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height: 640 }, acceptDownloads: true });
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
  await page.clock.setFixedTime(today);
  await page.goto(`${origin}/${path}`);
  return { page, strangers, complaints };
}
