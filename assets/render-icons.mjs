// Renders the icons beside it: every NAME.svg becomes NAME-16.png, NAME-32.png and NAME-80.png, the product's own icon also NAME-64.png.
// Run it after editing an SVG: node assets/render-icons.mjs
import { readdir, readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const here = new URL("./", import.meta.url);
const sizes = [16, 32, 80];
const productSizes = [...sizes, 64];

/** An installed browser if there is one, else the one that comes as a package. */
async function launch() {
  for (const channel of ["chrome", "msedge", "chromium"]) {
    try {
      return await chromium.launch({ channel });
    } catch {
      continue;
    }
  }
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

/** The picture as a PNG of `size` × `size` pixels, transparent where nothing is drawn. */
async function render(page, svg, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

const browser = await launch();
const page = await browser.newPage({ deviceScaleFactor: 1 });
for (const file of (await readdir(here)).filter((name) => name.endsWith(".svg"))) {
  const name = file.slice(0, -".svg".length);
  const svg = await readFile(new URL(file, here), "utf8");
  for (const size of name === "app" ? productSizes : sizes) {
    await writeFile(new URL(`${name}-${size}.png`, here), await render(page, svg, size));
  }
}
await browser.close();
