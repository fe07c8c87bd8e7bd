import { parseReference, variableNamed } from "../../../src/documents/references/reference";

describe("a reference", () => {
  it.each([
    ["Version", { form: "variable", name: "Version" }],
    ["my-version_2", { form: "variable", name: "my-version_2" }],
    ["Version-", { form: "variable", name: "Version-" }],
    ["-Version", { form: "text" }],
    [
      "build.Fetch.outputs.stdout",
      { form: "chain", phase: "build", step: "Fetch", side: "outputs", index: undefined, field: "stdout" },
    ],
    [
      "build.Fetch.inputs[12].source",
      { form: "chain", phase: "build", step: "Fetch", side: "inputs", index: 12, field: "source" },
    ],
    [
      "build.Fetch.inputs[0].source",
      { form: "chain", phase: "build", step: "Fetch", side: "inputs", index: 0, field: "source" },
    ],
    ["build.Fetch.inputs[1234567].source", { form: "stump", phase: "build" }],
    ["build.Fetch.outputs", { form: "stump", phase: "build" }],
    ["build.", { form: "stump", phase: "build" }],
    ["build.Fetch outputs", { form: "text" }],
    [".Values.name", { form: "text" }],
    ["x build.Fetch", { form: "text" }],
    ["each.index", { form: "loop", loop: "each", field: "index" }],
    ["each.value", { form: "loop", loop: "each", field: "value" }],
    ["each.values", { form: "stump", phase: "each" }],
    ["my each.value", { form: "text" }],
    ["aws:ssm:/images/base", { form: "ssm", name: "/images/base" }],
    ["aws:ssm: resolve( Version ) ", { form: "resolve", argument: "Version" }],
    ["aws:ssm:resolve()", { form: "resolve", argument: "" }],
    ["aws:ssm:resolve(Version).x", { form: "ssm", name: "resolve(Version).x" }],
    ["aws:ssm:/resolve(Version)", { form: "ssm", name: "/resolve(Version)" }],
    ["aws:imds: region", { form: "imds", name: "region" }],
    ["env:HOME", { form: "env", name: "HOME" }],
    ["context:step", { form: "context", name: "step" }],
    ["aws:s3:bucket", { form: "prefix", prefix: "aws" }],
    ["imagebuilder:buildDate", { form: "prefix", prefix: "imagebuilder" }],
    ["| aws:ssm:/a", { form: "text" }],
    ["Version | upper", { form: "text" }],
    ["", { form: "text" }],
  ])("is told by its form: %j", (inner, reference) => {
    expect(parseReference(inner)).toEqual(reference);
  });

  it.each([
    ["Version", "Version"],
    ["aws:ssm:resolve(Version)", "Version"],
    ["aws:ssm:resolve(/images/base)", undefined],
    ["aws:ssm:resolve(Version/)", undefined],
    ["aws:ssm:/Version", undefined],
    ["env:Version", undefined],
  ])("uses the variable that it names: %s", (inner, name) => {
    expect(variableNamed(parseReference(inner))).toBe(name);
  });
});
