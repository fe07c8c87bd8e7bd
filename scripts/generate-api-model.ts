import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { apiModelOf, botocoreFolder, readBotocore } from "./botocore-model";

/** Folder of a botocore package. Default: the package that python3 imports. */
const folder = process.argv[2] ?? botocoreFolder();
if (folder === undefined) throw new Error("python3 has no botocore; give the folder of the package");
const { version, service } = readBotocore(folder);
const source = {
  api: "EC2 Image Builder, version 2019-12-02",
  botocore: version,
  read: new Date().toISOString().slice(0, 10),
};
const file = join(__dirname, "..", "sandbox", "imagebuilder", "api-model.json");
writeFileSync(file, `${JSON.stringify({ source, ...apiModelOf(service) }, undefined, 2)}\n`);
