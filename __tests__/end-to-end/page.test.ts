import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

import { type Browser, chromium } from "playwright-core";

import { reportIn } from "../../src/cli/plans/report";
import { sampled, sampleOfEach } from "../helpers/sample";
import { reviewScenario } from "../review/recorded-review";
import { temporaryFolder } from "./harness";
import { scenarios } from "./plans/scenarios";

const found = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
  .find((path) => existsSync(path));
/** A folder for what the pages look like; CI keeps it beside the run. */
const screenshots = process.env.SCREENSHOTS;
/** Not every machine has a browser; the words of the page are tested without one. */
const describeWithBrowser = found === undefined ? describe.skip : describe;

const names = ["component-edited", "first-deploy", "image-removed", "sharing-widened", "bucket-switched"];
const cases = names.flatMap((name) =>
  [1440, 390].flatMap((width) => (["light", "dark"] as const).map((scheme) => [name, width, scheme] as const)),
);
/** Each width in each scheme. */
const drawn = sampleOfEach(cases, ([, width, scheme]) => `${width} ${scheme}`);

describeWithBrowser(`the page of a review, in a browser (${sampled(cases, drawn.length)})`, () => {
  let browser: Browser;
  const folder = temporaryFolder();
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());

  test.each(drawn)("%s at %d pixels, %s: silent, self-contained, accessible", async (name, width, scheme) => {
    const scenario = scenarios.find((each) => each.name === name);
    if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
    const file = join(folder, `${name}.html`);
    writeFileSync(file, reportIn("html", reviewScenario(scenario), { colour: false }));
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|data):/.test(request.url()) || request.url().startsWith("data:text")) said.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    await page.evaluate(axe);
    const violations: unknown = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    // The first thing that Tab reaches is a link to a section.
    await page.keyboard.press("Tab");
    const focused = await page.evaluate("document.activeElement.getAttribute('href')");
    if (screenshots !== undefined)
      await page.screenshot({ path: join(screenshots, `${name}-${width}-${scheme}.png`), fullPage: true });
    await context.close();
    expect({ said, wider, violations }).toEqual({ said: [], wider: 0, violations: [] });
    expect(focused).toMatch(/^#/);
  });

  // The others set its policy aside, for axe-core is put into the page.
  test("its own content security policy blocks nothing of it", async () => {
    const file = join(folder, "guarded.html");
    const [scenario] = scenarios;
    writeFileSync(file, scenario === undefined ? "" : reportIn("html", reviewScenario(scenario), { colour: false }));
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    await page.close();
    expect(said).toEqual([]);
  });
});
