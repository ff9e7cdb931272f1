// Opens a report as a reader does and checks what only a browser can tell.
//
//     node test.mjs PAGE FOLDER CHROMIUM LARGE_PAGE
//
// FOLDER gets screenshots at the widths of a phone and a desk. Exit status 1 and one line each for what fails.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [page_file, folder, executablePath, large_file] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const failures = [];
const check = (holds, what) => {
  if (!holds) failures.push(what);
};

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const address = pathToFileURL(page_file).href;

const open = async (options) => {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => check(message.type() !== "error", `console: ${message.text()}`));
  page.on("pageerror", (error) => failures.push(`error in the page: ${error}`));
  page.on("request", (request) => check(request.url() === address || request.url() === "about:blank", `asks for ${request.url()}`));
  page.on("dialog", (dialog) => {
    failures.push(`a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.goto(address);
  return page;
};

// Axe is put in past the page's policy, which forbids any other script; the other checks run with it in force.
const accessible = async (options, name) => {
  const page = await open({ ...options, bypassCSP: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  for (const { id, help, nodes } of violations) {
    failures.push(`${name}: axe ${id} (${nodes.length}): ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
  await page.context().close();
};

const visible = (page, selector) => page.locator(selector).filter({ visible: true });

// A desk: what a pointer and a keyboard reach.
{
  const page = await open({ viewport: { width: 1280, height: 900 } });
  await page.screenshot({ path: `${folder}/1280-first.png` });
  await page.screenshot({ path: `${folder}/1280.png`, fullPage: true });

  const cell = page.locator(".matrix td a[data-e]").first();
  if ((await cell.count()) > 0) {
    await cell.click();
    check(await page.locator("#drawer").isVisible(), "a click on a cell opens no words");
    const said = await page.locator("#drawer-list li").count();
    check(said === (await page.locator(".acct").count()), "the words are not those of every account");
    const words = await page.locator("#drawer-list a").first().innerText();
    check(words.length > 2, "the words are empty");
    check((await page.locator(".body .hit").count()) > 0, "the words are not marked in place");
    await page.screenshot({ path: `${folder}/1280-words.png` });
    await page.keyboard.press("Escape");
    check(await page.locator("#drawer").isHidden(), "Escape does not close the words");
    check(await cell.evaluate((link) => link === document.activeElement), "the focus does not come back");
    await cell.press("Enter");
    check(await page.locator("#drawer").isVisible(), "the keyboard does not open the words");
    await page.keyboard.press("Escape");
  } else {
    failures.push("the page has no cell with words");
  }

  for (const filter of ["#f-a", "#f-k", "#f-r"]) {
    const before = await visible(page, ".item").count();
    const options = await page.locator(`${filter} option`).count();
    if (options < 2) continue;
    await page.selectOption(filter, { index: 1 });
    const shown = await visible(page, ".item").count();
    check(shown <= before, `${filter} shows more than all`);
    check(/^\d+ of \d+ findings$/.test(await page.locator("#shown").innerText()), `${filter} says nothing of what is shown`);
    const value = await page.locator(filter).inputValue();
    const key = filter.at(-1);
    const wrong = await page.$$eval(
      `.item:not([hidden])`,
      (items, [key, value]) => items.filter((item) => !item.dataset[key].includes(` ${value} `)).length,
      [key, value],
    );
    check(wrong === 0, `${filter} shows what it should hide`);
    await page.click("#filters button");
    await page.waitForTimeout(50);
    check((await visible(page, ".item").count()) === before, `${filter} does not let go`);
  }

  const evidence = page.locator("#differences a[data-e]").first();
  if ((await evidence.count()) > 0) {
    const target = (await evidence.getAttribute("href")).slice(1);
    await evidence.click();
    const place = page.locator(`[id="${target}"]`);
    check(await place.evaluate((words) => words.classList.contains("hit")), "a finding does not lead to its words");
    const inView = (id) => {
      const { top } = document.getElementById(id).getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    };
    // The page scrolls smoothly, which takes its time.
    const scrolled = page.waitForFunction(inView, target, { timeout: 10000 });
    check(await scrolled.then(() => true, () => false), "the words are not scrolled into view");
  }

  // Every link, button and choice is reached by Tab, in the order of the page.
  const reachable = await page.$$eval("a[href], button, select, summary, [tabindex='0']", (all) =>
    all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length,
  );
  // A page loaded anew, for Tab goes on from where the last click was.
  await page.goto("about:blank");
  await page.goto(address);
  const reached = new Set();
  for (let step = 0; step < reachable + 20; step += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return -2;
      return Array.from(document.querySelectorAll("a[href], button, select, summary, [tabindex='0']")).indexOf(one);
    });
    if (place === -2) break;
    if (place >= 0) reached.add(place);
  }
  check(reached.size === reachable, `Tab reaches ${reached.size} of ${reachable}`);
  await page.context().close();
}

// On paper all of it stands, dark on light, whatever the screen prefers.
{
  const page = await open({ viewport: { width: 1000, height: 900 }, colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const lost = await page.$$eval("main section *, header *", (all) => {
    const words = (one) => Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    const shown = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const left_out = "#filters, nav, svg title, .matrix td i, .body p.gap";
    return all.filter((one) => words(one) && !one.closest(left_out) && !shown(one)).map((one) => one.outerHTML.slice(0, 120));
  });
  check(lost.length === 0, `${lost.length} pieces are not printed: ${lost.slice(0, 3).join(" | ")}`);
  const cut = await page.$$eval(".body", (all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
  check(cut === 0, `${cut} accounts are cut off on paper`);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  check(paper === "rgb(255, 255, 255)", `paper is ${paper}`);
  const ink = await page.$eval(".diff, .acct", (one) => getComputedStyle(one).backgroundColor);
  check(ink === "rgb(255, 255, 255)", `a box on paper is ${ink}`);
  await page.screenshot({ path: `${folder}/print.png`, fullPage: true });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  check((await page.locator("details[open]").count()) === 0, "what was closed before printing stays open");
  const pdf = await page.pdf();
  check(pdf.length > 10000, "the page does not print");
  await page.context().close();
}

// A phone, in the dark.
{
  const page = await open({ viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true });
  await page.screenshot({ path: `${folder}/390-first.png` });
  await page.screenshot({ path: `${folder}/390.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(wide <= 0, `the page is ${wide} pixels too wide for a phone`);
  await page.context().close();
}

// Without script everything can be read.
{
  const page = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  check(await page.locator(".matrix, #claims p").first().isVisible(), "without script there is no matrix");
  check(await page.locator("#filters").isHidden(), "without script there are filters that do nothing");
  check(await page.locator(".body").first().isVisible(), "without script the accounts are not there");
  await page.context().close();
}

// A page of a hundred accounts loads and scrolls without long stops. What is far off is not laid out until it is
// near, so a step takes little work: the time the main thread spends, not the clock, which other programs slow down.
{
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("pageerror", (error) => failures.push(`error in the large page: ${error}`));
  await page.goto(pathToFileURL(large_file).href);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return of("LayoutDuration") + of("RecalcStyleDuration") + of("ScriptDuration");
  };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const steps = [];
  for (let y = 0; y < height; y += Math.max(800, height / 120)) {
    const before = await busy();
    await page.evaluate(async (y) => {
      scrollTo({ top: y, behavior: "instant" });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, y);
    steps.push((await busy()) - before);
  }
  steps.sort((a, b) => a - b);
  const at = (share) => Math.round(1000 * steps[Math.floor(share * (steps.length - 1))]);
  console.log(`large page: ${height} pixels in ${steps.length} steps; layout, style and script a step: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${at(1)} ms`);
  check(at(0.5) <= 16, `half of the steps of the large page take ${at(0.5)} ms or more`);
  check(at(0.95) <= 100, `one in twenty steps of the large page takes ${at(0.95)} ms or more`);
  await page.click(".matrix td a[data-e]");
  check(await page.locator("#drawer").isVisible(), "a click in the large page opens no words");
  await page.screenshot({ path: `${folder}/large.png` });
  await context.close();
}

await accessible({ viewport: { width: 1280, height: 900 } }, "desk");
await accessible({ viewport: { width: 390, height: 844 } }, "phone");
await accessible({ viewport: { width: 1280, height: 900 }, colorScheme: "dark" }, "dark");

await browser.close();
failures.forEach((failure) => console.log(failure));
console.log(failures.length === 0 ? "the page holds" : `${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);
