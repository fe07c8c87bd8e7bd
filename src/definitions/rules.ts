import type { Example, Rule } from "../problems/rule";
import { environmentText, exampleProject, imageText } from "./example-texts";

const { image, environment } = exampleProject;
const ofImage = (text: string): Example => ({ "images/base.yaml": text, "environments/dev.yaml": environment });
const ofEnvironment = (text: string): Example => ({ "images/base.yaml": image, "environments/dev.yaml": text });
const valued = (text: string, values: string): Example => ({
  ...ofImage(text),
  "environments/dev.yaml": environmentText({ before: `values: ${values}\n` }),
});
const reference = "docs/reference.md";

export const unknownKey: Rule = {
  code: "unknown-key",
  severity: "error",
  unsilenceable: true,
  summary: "A definition contains an unknown key, which would be ignored.",
  source: reference,
  fail: [ofImage(`▸descripton: A base image\n${image}`)],
  pass: [ofImage(`description: A base image\n${image}`)],
};

export const missingKey: Rule = {
  code: "missing-key",
  severity: "error",
  unsilenceable: true,
  summary: "A required key is missing. It has no safe default.",
  source: reference,
  fail: [ofEnvironment("▸region: us-east-1\nimages:\n  base:\n    schedule: manual\n")],
  pass: [ofEnvironment(environment)],
};

export const wrongType: Rule = {
  code: "wrong-type",
  severity: "error",
  unsilenceable: true,
  summary: "A value has the wrong type.",
  source: reference,
  fail: [
    ofEnvironment(environmentText({ account: "▸123456789012" })),
    valued(imageText({ more: "volumes:\n  - size: ▸${var.size}\n" }), "{ size: large }"),
    valued(imageText({ more: "description: ▸For ${var.teams}\n" }), "{ teams: [red, blue] }"),
  ],
  pass: [ofEnvironment(environment), valued(imageText({ more: "volumes:\n  - size: ${var.size}\n" }), "{ size: 20 }")],
};

export const invalidValue: Rule = {
  code: "invalid-value",
  severity: "error",
  unsilenceable: true,
  summary: "A value is not one that AWS or the provider accepts.",
  source: "constraints of the EC2 Image Builder API, field by field; docs/reference.md",
  fail: [ofEnvironment(environmentText({ region: "▸us east 1" }))],
  pass: [ofEnvironment(environment)],
};

export const exactlyOneKey: Rule = {
  code: "exactly-one",
  severity: "error",
  unsilenceable: true,
  summary: "Exactly one of several keys must be given. None or more than one is present.",
  source: reference,
  fail: [
    ofImage(
      imageText({
        parent: ["os: amazon-linux-2023", "architecture: x86_64", "platform: Linux", "ssm: ▸/images/base"],
      }),
    ),
  ],
  pass: [ofImage(image)],
};

export const yamlFeature: Rule = {
  code: "yaml-feature",
  severity: "error",
  unsilenceable: true,
  summary:
    "A definition uses a YAML feature beyond text, numbers, lists and maps: a tag, another YAML version, or the key __proto__. Its meaning would be lost or changed.",
  source: "https://yaml.org/spec/1.2.2/#103-core-schema",
  fail: [ofEnvironment(`${environment}tags: !!set ▸{ owner }\n`)],
  pass: [ofEnvironment(`${environment}tags: { owner: me }\n`)],
};

export const settingLimit: Rule = {
  code: "setting-limit",
  severity: "error",
  summary:
    "A number exceeds a limit of the AWS provider or of this project. A newer version may allow it: when silenced, the value is passed on.",
  source: "validation in the AWS provider 5.100; docs/reference.md",
  fail: [ofImage(`${image}volumes:\n  - iops: ▸12000\n`)],
  pass: [ofImage(`${image}volumes:\n  - iops: 10000\n`)],
};

export const valueUnknown: Rule = {
  code: "value-unknown",
  severity: "error",
  unsilenceable: true,
  summary: "A definition uses a value that an environment which builds it does not list.",
  source: "docs/decisions/0029-values.md",
  fail: [
    valued(imageText({ more: "description: ▸For ${var.stge}\n" }), "{ stage: test }"),
    ofEnvironment(environmentText({ before: "values: {}\n", more: "tags: { stage: ▸'${var.stage}' }\n" })),
  ],
  pass: [
    valued(imageText({ more: "description: For ${var.stage}\n" }), "{ stage: test }"),
    valued(imageText({ more: "description: For $${var.stge}\n" }), "{}"),
  ],
};

export const valueMisplaced: Rule = {
  code: "value-misplaced",
  severity: "error",
  unsilenceable: true,
  summary:
    "A value stands in a key, a version line or the name of a file of the project. These are the same in every environment.",
  source: "docs/decisions/0029-values.md",
  fail: [
    valued(imageText({ components: ["▸linux/${var.agent}"] }), "{ agent: hello }"),
    valued(imageText({ more: 'version: ▸"1.${var.minor}"\n' }), "{ minor: 1 }"),
    valued(imageText({ more: "tags:\n  ▸${var.key}: team\n" }), "{ key: owner }"),
  ],
  pass: [
    valued(imageText({ components: ["aws: ${var.agent}"] }), "{ agent: update-linux }"),
    valued(imageText({ more: "tags:\n  owner: ${var.team}\n" }), "{ team: blue }"),
  ],
};

export const definitionRules: readonly Rule[] = [
  yamlFeature,
  settingLimit,
  unknownKey,
  missingKey,
  wrongType,
  invalidValue,
  exactlyOneKey,
  valueUnknown,
  valueMisplaced,
];
