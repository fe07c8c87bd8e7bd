import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { fileSchemas, jsonSchemaText } from "../src/cli/json-schemas";

const folder = join(__dirname, "..", "schemas");
mkdirSync(folder, { recursive: true });
for (const { file, schema } of fileSchemas) writeFileSync(join(folder, file), jsonSchemaText(schema));
