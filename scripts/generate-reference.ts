import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { fileSchemas } from "../src/cli/json-schemas";
import { referencePage } from "../src/cli/reference-page";

writeFileSync(join(__dirname, "..", "docs", "reference.md"), referencePage(fileSchemas));
