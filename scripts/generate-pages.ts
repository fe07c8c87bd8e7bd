import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ruleGroups } from "../src/checks/all-rules";
import { reviewRuleGroups } from "../src/review/judgement/all-review-rules";
import { formatted } from "./formatted";
import { documentSchemas } from "./pages/document-schemas";
import { fileSchemas, jsonSchemaText } from "./pages/json-schemas";
import { referencePage } from "./pages/reference-page";
import { reviewRulesPage } from "./pages/review-rules-page";
import { rulePages } from "./pages/rules-page";
import { takingValues } from "./pages/values-in-schema";
import { withRooms } from "./rooms";

const root = join(__dirname, "..");

async function generatePages(): Promise<void> {
  writeFileSync(join(root, "docs", "reference.md"), await formatted(referencePage(fileSchemas)));

  writeFileSync(join(root, "docs", "review-rules.md"), await formatted(reviewRulesPage(reviewRuleGroups)));

  const rules = join(root, "docs", "rules");
  rmSync(rules, { recursive: true, force: true });
  mkdirSync(rules);
  for (const [file, text] of rulePages(ruleGroups)) writeFileSync(join(rules, file), await formatted(text));

  const schemas = join(root, "schemas");
  mkdirSync(schemas, { recursive: true });
  const editorSchemas = fileSchemas.map(({ file, schema }) => ({ file, schema: takingValues(schema) }));
  for (const { file, schema } of [...editorSchemas, ...documentSchemas])
    writeFileSync(join(schemas, file), jsonSchemaText(file, schema));

  const contributing = join(root, "CONTRIBUTING.md");
  writeFileSync(contributing, withRooms(readFileSync(contributing, "utf8")));
}

void generatePages();
