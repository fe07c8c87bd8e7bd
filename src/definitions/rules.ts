import type { Example, Rule } from "../problems/rule";

/** The smallest project: an example overlays its own files. Without it a reader could not tell what else is there. */
const image = `parent:
  os: amazon-linux-2023
  architecture: x86_64
components:
  - aws: update-linux
`;
const environment = `account: "123456789012"
region: us-east-1
images:
  base:
    schedule: manual
`;
export const exampleProject = { image, environment };
const ofImage = (text: string): Example => ({ "images/base.yaml": text, "environments/dev.yaml": environment });
const ofEnvironment = (text: string): Example => ({ "images/base.yaml": image, "environments/dev.yaml": text });
const reference = "docs/reference.md";

export const unknownKey: Rule = {
  code: "unknown-key",
  severity: "error",
  unsilenceable: true,
  summary: "A definition holds a key that the project does not know, so what it says would be ignored.",
  source: reference,
  fail: ofImage(`▸descripton: A base image\n${image}`),
  pass: ofImage(`description: A base image\n${image}`),
};

export const missingKey: Rule = {
  code: "missing-key",
  severity: "error",
  unsilenceable: true,
  summary: "A definition lacks a key that has no safe default.",
  source: reference,
  fail: ofEnvironment(environment.replace('account: "123456789012"\n', "").replace("region", "▸region")),
  pass: ofEnvironment(environment),
};

export const wrongType: Rule = {
  code: "wrong-type",
  severity: "error",
  unsilenceable: true,
  summary: "A value is of another type than the key wants.",
  source: reference,
  fail: ofEnvironment(environment.replace('"123456789012"', "▸123456789012")),
  pass: ofEnvironment(environment),
};

export const invalidValue: Rule = {
  code: "invalid-value",
  severity: "error",
  unsilenceable: true,
  summary: "A value is outside what AWS or the provider accepts.",
  source: "constraints of the EC2 Image Builder API, field by field; docs/reference.md",
  fail: ofEnvironment(environment.replace("us-east-1", "▸us east 1")),
  pass: ofEnvironment(environment),
};

export const exactlyOneKey: Rule = {
  code: "exactly-one",
  severity: "error",
  unsilenceable: true,
  summary: "Of keys that exclude each other, none or more than one is given.",
  source: reference,
  fail: ofImage(image.replace("x86_64", "x86_64\n  platform: Linux\n  ssm: ▸/images/base")),
  pass: ofImage(image),
};

export const yamlFeature: Rule = {
  code: "yaml-feature",
  severity: "error",
  unsilenceable: true,
  summary:
    "A definition uses a part of YAML that is more than text, numbers, lists and maps: a tag, another version, or the key __proto__. What it says would be lost or mean something else.",
  source: "https://yaml.org/spec/1.2.2/#103-core-schema",
  fail: ofEnvironment(`${environment}tags: !!set ▸{ owner }\n`),
  pass: ofEnvironment(`${environment}tags: { owner: me }\n`),
};

export const settingLimit: Rule = {
  code: "setting-limit",
  severity: "error",
  summary:
    "A number is beyond a limit of the AWS provider or of this project, which a newer version may not have; silenced, it is passed on.",
  source: "validation in the AWS provider 5.100; docs/reference.md",
  fail: ofImage(`${image}volumes:\n  - iops: ▸12000\n`),
  pass: ofImage(`${image}volumes:\n  - iops: 10000\n`),
};

export const definitionRules: readonly Rule[] = [
  yamlFeature,
  settingLimit,
  unknownKey,
  missingKey,
  wrongType,
  invalidValue,
  exactlyOneKey,
];
