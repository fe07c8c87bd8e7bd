import { readFileSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv";
import { parse } from "yaml";

import { fileSchemas, type JsonSchema, jsonSchemaText } from "../../../scripts/pages/json-schemas";
import { takingValues } from "../../../scripts/pages/values-in-schema";
import { validProject } from "../../helpers/valid-project";

const root = join(__dirname, "../../..");
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, keywords: ["patternErrorMessage"] });
const files = fileSchemas.flatMap(({ folder, file, schema }) =>
  Object.entries(validProject)
    .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(".yaml"))
    .map(([path, text]) => ({ path, text, file, schema })),
);

interface Property {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
  /** The description of the object that holds it. */
  readonly around: string;
}

function propertiesOf(schema: JsonSchema, path: string, around = schema.description ?? ""): readonly Property[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]) => [
    { path: `${path}.${name}`, schema: value, required: schema.required?.includes(name) === true, around },
    ...propertiesOf(value, `${path}.${name}`),
  ]);
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])];
  return [...own, ...inner.flatMap((value) => (value ? propertiesOf(value, path, value.description ?? around) : []))];
}

const properties = fileSchemas.flatMap(({ folder, schema }) => propertiesOf(schema, folder));

describe("schemas/", () => {
  it.each(fileSchemas)("$file is what the loader checks; `npm run docs` makes it so", ({ file, schema }) => {
    expect(readFileSync(join(root, "schemas", file), "utf8")).toBe(jsonSchemaText(file, takingValues(schema)));
  });

  it("finds properties at every depth", () => {
    expect(properties.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "images.components.aws",
        "environments.images.distribute.launchTemplates.setDefault",
        "environments.state.s3.lock.dynamodbTable",
        "environments.build.topic.subscriptions.endpoint",
        "environments.containers.scan.tags",
        "containers.instance.volumes.size",
      ]),
    );
  });

  it("describes every property", () => {
    expect(properties.filter(({ schema }) => !schema.description).map(({ path }) => path)).toStrictEqual([]);
  });

  it("says what holds where a property is left out, unless it is one of several to choose from", () => {
    const silent = properties.filter(
      ({ path, schema, required, around }) =>
        !required &&
        schema.default === undefined &&
        !schema.description?.includes("Default: ") &&
        !(around.includes(" one of ") && around.includes(`\`${path.slice(path.lastIndexOf(".") + 1)}\``)),
    );
    expect(silent.map(({ path }) => path)).toStrictEqual([]);
  });

  it("says in words what every pattern wants", () => {
    const speechless = properties.filter(({ schema }) => schema.pattern !== undefined && !schema.patternErrorMessage);
    expect(speechless.map(({ path }) => path)).toStrictEqual([]);
  });
});

describe("the images and environments of a project", () => {
  it.each(files)("$file takes $path", ({ text, schema }) => {
    const validate = ajv.compile(schema);
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });
});

describe("a broken file", () => {
  const errorsOf = (folder: string, text: string) => {
    const validate = ajv.compile(fileSchemas.find((each) => each.folder === folder)?.schema ?? {});
    validate(parse(text));
    return validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };

  it("does not keep to the schema of images", () => {
    const image = "parent: { os: amazon-linux-2032, arhitecture: arm64 }\ncomponents: []\n";
    expect(errorsOf("images", image)).toStrictEqual([
      "/parent additionalProperties",
      "/parent/os enum",
      "/components minItems",
    ]);
  });

  it("does not keep to the schema of environments", () => {
    const environment = "account: 123456789012\nregion: Virginia\nimages: { web: {} }\n";
    expect(errorsOf("environments", environment)).toStrictEqual([
      "/account type",
      "/region pattern",
      "/images/web required",
    ]);
  });
});

describe("the schemas that editors take", () => {
  const schemaOf = (folder: string) => {
    const schema = fileSchemas.find((each) => each.folder === folder)?.schema ?? {};
    return ajv.compile(takingValues(schema));
  };

  it.each(files)("take $path, too", ({ path, text }) => {
    const validate = schemaOf(path.slice(0, path.indexOf("/")));
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ["a number", "volumes: [{ size: '${var.size}' }]", true],
    ["a choice", "parent: { os: '${var.os}', architecture: x86_64 }", true],
    ["a list", "volumes: '${var.volumes}'", true],
    ["true or false", "removeSsmAgent: '${var.removed}'", true],
    ["a number, where there is any other text", "volumes: [{ size: large }]", false],
    ["a map", "parent: '${var.parent}'", false],
  ])("take a value of the environment in the place of %s: %#", (_title, text, isTaken) => {
    const image = "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [aws: update-linux]\n";
    const written = { ...(parse(image) as object), ...(parse(text) as object) };
    expect(schemaOf("images")(written)).toBe(isTaken);
  });
});
