import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import Ajv from "ajv";
import { parse } from "yaml";

import { documentSchemas } from "../../../scripts/pages/document-schemas";
import { jsonSchemaText } from "../../../scripts/pages/json-schemas";
import { validProject } from "../../helpers/valid-project";

const root = join(__dirname, "../../..");
const ajv = new Ajv({ allErrors: true, keywords: ["patternErrorMessage"] });

function errorsOf(kind: "component" | "workflow", text: string): string[] {
  const schema = documentSchemas.find(({ file }) => file === `${kind}.schema.json`)?.schema ?? false;
  const validate = ajv.compile(schema);
  validate(parse(text));
  // The `if` that leads to an error is one as well.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const shipped = ["components", "workflows", "examples/everything/components", "examples/everything/workflows"].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), "utf8")] as const),
);
const documents = [
  ...shipped,
  ...Object.entries(validProject).filter(([file]) => /^(components|workflows)\//.test(file)),
];

it.each(documentSchemas)("schemas/$file is what the rules check; `npm run docs` makes it so", ({ file, schema }) => {
  expect(readFileSync(join(root, "schemas", file), "utf8")).toBe(jsonSchemaText(file, schema));
});

it.each(documents)("%s keeps to its schema", (path, text) => {
  expect(errorsOf(path.includes("workflows/") ? "workflow" : "component", text)).toEqual([]);
});

describe("a component", () => {
  const withStep = (step: string) => `schemaVersion: 1.0\nphases: [{ name: build, steps: [{ name: A, ${step} }] }]\n`;
  const step = "/phases/0/steps/0";

  it.each([
    ["action: ExecuteBsh", [`${step}/action enum`]],
    ["action: ExecuteBash", [`${step} required`]],
    [
      "action: ExecuteBash, inputs: { command: [ls] }",
      [`${step}/inputs required`, `${step}/inputs additionalProperties`],
    ],
    ["action: CreateFile, inputs: { path: /a }", [`${step}/inputs type`]],
    ["action: UpdateOS, onFailur: Abort", [`${step} additionalProperties`]],
    [
      "action: UpdateOS, onFailure: abort",
      [`${step}/onFailure enum`, `${step}/onFailure pattern`, `${step}/onFailure anyOf`],
    ],
    ["action: UpdateOS", []],
    ["action: CreateFile, inputs: [{ path: /a, overwrite: '{{ x }}' }], timeoutSeconds: '{{ t }}'", []],
  ])("with %s", (text, errors) => {
    expect(errorsOf("component", withStep(text))).toEqual(errors);
  });

  it("names each parameter once", () => {
    const parameters = (text: string) =>
      errorsOf("component", `${withStep("action: UpdateOS")}parameters: [${text}]\n`);
    expect(parameters("{ Package: { type: string, default: jq } }")).toEqual([]);
    expect(parameters("{ A: { type: string }, B: { type: string } }")).toEqual(["/parameters/0 maxProperties"]);
  });
});

describe("a workflow", () => {
  const withStep = (step: string) => `schemaVersion: 1.0\nsteps: [{ name: Abc, ${step} }]\n`;

  it.each([
    ["action: RunSysprep", ["/steps/0/action enum"]],
    ["action: CreateImage", ["/steps/0 required"]],
    ["action: CreateImage, inputs: { instanceId.$: $.stepOutputs.Launch.instanceId }", []],
    ["action: LaunchInstance, inputs: { waitFor: ssmAgent }, if: { stringEquals: Linux, value: $.a }", []],
    ["action: WaitForAction", []],
  ])("with %s", (text, errors) => {
    expect(errorsOf("workflow", withStep(text))).toEqual(errors);
  });

  it("gives an input as it is or as a path", () => {
    expect(errorsOf("workflow", withStep("action: CreateImage, inputs: {}"))).toEqual([
      "/steps/0/inputs required",
      "/steps/0/inputs required",
      "/steps/0/inputs anyOf",
    ]);
  });
});
