/** Does the minimum of a check of documents: reads and parses each. `node parse-documents.cjs <project>`. */
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const { parse } = require("yaml");

const folder = join(process.argv[2], "components/linux");
for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), "utf8"));
