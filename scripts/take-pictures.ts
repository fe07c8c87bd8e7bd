import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { scenarios } from "../__tests__/end-to-end/plans/scenarios";
import { reviewScenario } from "../__tests__/review/recorded-review";
import { reportIn } from "../src/cli/plans/report";

const folder = join(__dirname, "..", "docs", "pictures");

/** Takes the picture in the README, a review of a recorded plan. Uses the machine's Chromium, or the one that CHROMIUM names. */
async function takePictures(): Promise<void> {
  const scenario = scenarios.find(({ name }) => name === "component-edited");
  if (scenario === undefined) throw new Error("the plan of an edited component is not recorded");
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
    await page.setContent(reportIn("html", reviewScenario(scenario), { colour: false }));
    writeFileSync(join(folder, "plan.png"), await page.screenshot({ fullPage: true }));
  } finally {
    await browser.close();
  }
}

void takePictures();
