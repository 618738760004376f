// @ts-check
// The built pages in a real browser, for tests, pictures and measuring: the machine's own Chrome or Chromium, else the one that comes from npm; and a
// server over https, as the frame protocol of Excel on the web wants it.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { generate } from "selfsigned";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the build puts the pages. */
export const webFolder = join(root, "dist/web");

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
const args = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-quic",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  // The server's certificate is made up.
  "--ignore-certificate-errors",
];

/** A running browser. */
export async function startBrowser() {
  const own = installed.find((path) => existsSync(path));
  return own === undefined ? browserFromNpm() : chromium.launch({ executablePath: own, args });
}

async function browserFromNpm() {
  const folder = await unpacked();
  const options = { executablePath: join(folder, "chromium"), args };
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  // A bare machine lacks libraries that the package brings along; where the machine has its own, they fit better.
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023/lib") };
  const launch = (/** @type {Record<string, string>} */ more) =>
    chromium.launch({ ...options, env: { ...process.env, ...fonts, ...more } });
  return launch({}).catch(() => launch(libraries));
}

const unpack = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';

/** The browser from npm, unpacked once. The package unpacks into the folder for temporary files, where two at once would disturb each other. */
async function unpacked() {
  if (`${process.platform} ${process.arch}` !== "linux x64")
    throw new Error("install Chrome, Chromium or Edge: the browser that comes from npm is for Linux on x64");
  const { version } = JSON.parse(await readFile(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8"));
  const folder = join(root, "node_modules/.cache/chromium", version);
  if (existsSync(folder)) return folder;
  await mkdir(join(folder, ".."), { recursive: true });
  const scratch = await mkdtemp(`${folder}-`);
  // Said to be there, it unpacks its libraries too.
  const env = { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", unpack], { cwd: root, env });
  // Another may have been faster.
  await rename(scratch, folder).catch(() => rm(scratch, { recursive: true }));
  return folder;
}

/** @type {Readonly<Record<string, string>>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Serves the built pages; anything else is not found. */
export async function servePages() {
  if (!existsSync(join(webFolder, "taskpane.html"))) throw new Error("dist/web is missing: npm run build makes it");
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], { keySize: 2048 });
  const server = createServer({ key, cert }, (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname));
    readFile(join(webFolder, path)).then(
      (bytes) => response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `https://127.0.0.1:${port}`, server };
}

/**
 * Shows what a slow machine would: `SLOW=6` makes the page's own thread six times slower.
 * @param {import("playwright-core").Page} page
 */
async function slowed(page) {
  const rate = Number(process.env["SLOW"] ?? 1);
  if (rate > 1) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate });
}

/** How long anything in a page may take: a limit for what hangs, so far off that no slow machine comes near it. */
export const patience = 120_000;

/**
 * Opens a page, at a time of its own if one is given, which runs on from there. Everything that it asks for elsewhere (`strangers`) and complains about is written down:
 * errors and warnings on the console, exceptions, and files that were not found.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {import("playwright-core").BrowserContextOptions & { readonly today?: Date, readonly before?: () => void }} options `before` runs in every frame before its own scripts
 */
export async function openPage(browser, address, { today, before, ...options }) {
  // A page from the disk has no origin; all that it may ask for is itself.
  const { origin, protocol } = new URL(address);
  const own = protocol === "file:" ? [address, "blob:null/"] : [`${origin}/`, `blob:${origin}/`];
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  /** @type {string[]} */
  const strangers = [];
  /** @type {string[]} */
  const complaints = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!own.some((start) => url.startsWith(start))) strangers.push(url);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    // office.js waits five seconds for its words, which a busy machine may miss; a file that is not there is complained about above.
    if (!String(error).startsWith("Neither the locale")) complaints.push(String(error));
  });
  if (today) await page.clock.install({ time: today });
  if (before) await context.addInitScript(before);
  await slowed(page);
  await page.goto(address);
  return { page, strangers, complaints };
}
