import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv";
import { parse } from "yaml";

import { fileSchemas } from "../../scripts/pages/json-schemas";
import { checkProject } from "../../src/checks/check-project";
import { loadProject } from "../../src/project/load-project";

const root = join(__dirname, "../..");
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, keywords: ["patternErrorMessage"] });
const files = fileSchemas.flatMap(({ folder, file, schema }) =>
  (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({ path: `${folder}/${name}`, file, schema })),
);

// Whatever images and environments this repository has: no other unit test reads them.
describe("the images and environments of this repository", () => {
  it("have no problem, not even a slight one", async () => {
    expect(checkProject(await loadProject(root))).toStrictEqual([]);
  });

  it.each(files)("$path points to its schema and keeps to it", ({ path, file, schema }) => {
    const text = readFileSync(join(root, path), "utf8");
    expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=../schemas/${file}`);
    const validate = ajv.compile(schema);
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });
});
