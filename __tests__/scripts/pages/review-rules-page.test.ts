import { readFileSync } from "node:fs";
import { join } from "node:path";

import { formatted } from "../../../scripts/formatted";
import { reviewRulesPage } from "../../../scripts/pages/review-rules-page";
import { allReviewRules, reviewRuleGroups } from "../../../src/review/judgement/all-review-rules";

describe("docs/review-rules.md", () => {
  const page = readFileSync(join(__dirname, "../../..", "docs", "review-rules.md"), "utf8");

  it("is what the rules say; `npm run docs` makes it so", async () => {
    expect(page).toBe(await formatted(reviewRulesPage(reviewRuleGroups)));
  });

  it("tells of every code once", () => {
    for (const { code } of allReviewRules) expect(page.split(`\n### ${code}\n`)).toHaveLength(2);
  });
});
