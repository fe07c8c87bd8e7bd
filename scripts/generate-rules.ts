import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { ruleGroups } from "../src/cli/all-rules";
import { rulesPage } from "../src/cli/rules-page";

writeFileSync(join(__dirname, "..", "docs", "rules.md"), rulesPage(ruleGroups));
