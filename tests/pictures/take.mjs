// Takes the pictures of the README from the running program: `npm run pictures` builds it, opens it in a browser and writes PNGs into docs. Letters are
// paper: where LibreOffice and Poppler are there, they print one; elsewhere its earlier picture stays.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { openPage, servePages, startBrowser } from "../support/pages.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const docs = join(root, "docs");
const canPrint = ["/usr/bin/soffice", "/usr/bin/pdftoppm"].every((path) => existsSync(path));
const patience = { timeout: 60_000 };
const morning = new Date(2019, 10 /* Nov */, 20, 10);
const scratch = await mkdtemp(join(tmpdir(), "pictures-"));
const [{ server, origin }, browser] = await Promise.all([servePages(), startBrowser()]);

/** The stand-in with the whole county, on a day. */
async function opened(lang, today = morning) {
  const { page } = await openPage(browser, `${origin}/workbench.html?lang=${lang}`, { today, viewport: { width: 1280, height: 800 } });
  const pane = page.frameLocator("#pane iframe");
  await pane.locator(".phases").waitFor(patience);
  return { page, pane };
}

/** Opens a county whose workbook is as untidy as real ones are. */
async function openMessy({ page }) {
  const folder = join(scratch, "messy");
  await run(process.execPath, [join(root, "dist/recovery.mjs"), "sample", "--messy", "--persons", "600", "--out", folder]);
  const [name] = (await readdir(folder)).filter((file) => file.endsWith(".xlsx"));
  await page.setInputFiles(".title input", join(folder, name));
  await page.getByRole("tab", { name: "苏坊镇" }).waitFor(patience);
}

async function take(place, name) {
  // The grid draws a moment after the book has changed.
  await setTimeout(1000);
  await place.screenshot({ path: join(docs, `${name}.png`) });
}

async function plan({ page, pane }, button) {
  await page.click(`[data-button=${button}]`);
  await pane.locator("[data-do=start]").waitFor(patience);
}

async function start({ pane }) {
  await pane.locator("[data-do=start]").click();
  await pane.locator("[data-do=home]").waitFor(patience);
}

/** Prints the first page of the first school's letters. */
async function printLetter({ page, pane }, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), pane.locator("[data-do=save-files]").click()]);
  const [[, letters]] = Object.entries(unzipSync(await readFile(await download.path())));
  await writeFile(join(scratch, `${name}.xlsx`), letters);
  const profile = `-env:UserInstallation=file://${join(scratch, "profile")}`;
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, join(scratch, `${name}.xlsx`)]);
  await run("pdftoppm", ["-png", "-r", "90", "-singlefile", join(scratch, `${name}.pdf`), join(docs, name)]);
}

const county = await opened("zh-CN");
const frame = county.page.locator("#pane iframe");
await take(frame, "pane-season");
await plan(county, "split");
await county.pane.locator("[data-choice=tabs]").click();
await county.pane.locator(".line-name", { hasText: "罕井镇中心校" }).first().waitFor();
await start(county);
await county.page.getByRole("tab", { name: "罕井镇中心校" }).click();
await take(county.page, "workbench-school-list");
if (canPrint) {
  await plan(county, "notices");
  await start(county);
  await printLetter(county, "letter");
}

await openMessy(county);
await plan(county, "check");
await take(frame, "pane-plan");
await start(county);
await take(county.page, "workbench-check");
await take(frame, "pane-outcome");
await county.pane.locator("[data-do=findings]").click();
await take(frame, "pane-findings");
await county.pane.locator(".place").first().click();
await take(county.page, "workbench-finding");

const later = await opened("zh-CN", new Date(2019, 11 /* Dec */, 11, 10));
await plan(later, "repayment-rollup");
await start(later);
await take(later.page, "workbench-repayment");
await plan(later, "circular");
await start(later);
await take(later.page, "workbench-leadership");

const english = await opened("en");
await english.page.getByRole("tab", { name: "应还名单" }).click();
await plan(english, "split");
await take(english.page, "workbench-english");

await browser.close();
server.close();
await rm(scratch, { recursive: true });
