import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { reviewRulesPage } from "../src/cli/review-rules-page";
import { reviewRuleGroups } from "../src/review/judgement/all-review-rules";

writeFileSync(join(__dirname, "..", "docs", "review-rules.md"), reviewRulesPage(reviewRuleGroups));
