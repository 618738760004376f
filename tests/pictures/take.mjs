// Takes the pictures of the README from the running program: `npm run pictures` builds it, opens it in a browser and writes PNGs into docs.
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:https";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bundled from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import { generate } from "selfsigned";

const root = fileURLToPath(new URL("../../", import.meta.url));
const web = join(root, "dist/web");
const docs = join(root, "docs");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".xml": "text/xml", ".png": "image/png" };

async function serve() {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], { keySize: 2048 });
  const server = createServer({ key, cert }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    readFile(join(web, path)).then(
      (bytes) => response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

// The browser from npm has no Chinese font, so the computer's own is preferred.
async function browserOf() {
  const own = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  const quiet = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"];
  if (own) return chromium.launch({ executablePath: own, args: quiet });
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args, ...quiet] });
}

const [server, browser] = await Promise.all([serve(), browserOf()]);
const origin = `https://127.0.0.1:${server.address().port}`;
await mkdir(docs, { recursive: true });

/** The stand-in on the day on which the lists go out to the schools. */
async function opened(lang) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(2019, 10, 20, 10) });
  await page.goto(`${origin}/workbench.html?lang=${lang}`);
  const pane = page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor();
  return { page, pane };
}

const settled = (page) => page.waitForTimeout(500);

async function take(page, name) {
  await settled(page);
  await page.screenshot({ path: join(docs, `workbench-${name}.png`) });
}

async function takePane(page, name) {
  await settled(page);
  await page.locator("#pane iframe").screenshot({ path: join(docs, `pane-${name}.png`) });
}

async function run({ page, pane }, button, name) {
  await page.click(`[data-button=${button}]`);
  await pane.locator("[data-do=start]").waitFor();
  await takePane(page, `${name}-plan`);
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor({ timeout: 120_000 });
  await take(page, name);
  await takePane(page, `${name}-done`);
}

const chinese = await opened("zh-CN");
await takePane(chinese.page, "season");
await run(chinese, "check", "check");
await chinese.pane.locator("[data-do=findings]").click();
await chinese.pane.locator(".place").first().click();
await take(chinese.page, "finding");
await run(chinese, "split", "split");
await run(chinese, "notices", "notices");
await run(chinese, "repayment-rollup", "repayment");
await run(chinese, "circular", "circular");
const english = await opened("en");
await english.page.getByRole("tab", { name: "应还名单" }).click();
await take(english.page, "english");

await browser.close();
server.close();
