import type { Example, Rule } from "../problems/rule";
import { environmentText, exampleProject, imageText } from "./example-texts";

const { image, environment } = exampleProject;
const ofImage = (text: string): Example => ({ "images/base.yaml": text, "environments/dev.yaml": environment });
const ofEnvironment = (text: string): Example => ({ "images/base.yaml": image, "environments/dev.yaml": text });
const valued = (text: string, values: string): Example => ({
  ...ofImage(text),
  "environments/dev.yaml": environmentText({ before: `values: ${values}\n` }),
});

export const invalidValue: Rule = {
  code: "invalid-value",
  severity: "error",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "A value is not one that AWS or the provider accepts.",
  source: "constraints of the EC2 Image Builder API, field by field; docs/reference.md",
  fail: [ofEnvironment(environmentText({ region: "▸us east 1" }))],
  pass: [ofEnvironment(environment)],
};

export const yamlFeature: Rule = {
  code: "yaml-feature",
  severity: "error",
  refusedBy: "project",
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
  refusedBy: "Terraform",
  summary:
    "A number exceeds a limit of the AWS provider or of this project. A newer version may allow it: when silenced, the value is passed on.",
  source: "validation in the AWS provider 5.100; docs/reference.md",
  fail: [ofImage(`${image}volumes:\n  - iops: ▸12000\n`)],
  pass: [ofImage(`${image}volumes:\n  - iops: 10000\n`)],
};

export const valueUnknown: Rule = {
  code: "value-unknown",
  severity: "error",
  refusedBy: "project",
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
  refusedBy: "project",
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

export const definitionRules: readonly Rule[] = [yamlFeature, settingLimit, invalidValue, valueUnknown, valueMisplaced];
