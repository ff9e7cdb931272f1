// The first screen of a page and its matrix, for the README.
//
//     node picture.mjs PAGE PICTURE CHROMIUM
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

const [page_file, picture, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1080, height: 1000 }, colorScheme: "light" });
await page.goto(pathToFileURL(page_file).href);
await page.screenshot({ path: picture });
await browser.close();
