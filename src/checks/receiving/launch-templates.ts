import { namesOf } from "../../factory/names";
import { baseOf, type ImageDefinitions } from "../../factory/base";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { problemAt } from "../problem-at";
import { readableImages } from "../../project/readable";
import { architectureOf, namingFaults } from "../settings/instance-types";
import { type Consuming, consumingIn, type Expectation, expectationsIn } from "./consuming";
import { both, receiving, sharing } from "./example";

const source =
  "API field LaunchTemplateConfiguration.accountId; Image Builder User Guide, cross-account AMI distribution";
const setting = `${sharing}        launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]\n`;
const owning = receiving.replace("base: {}", "base:\n          launchTemplate: {}");
const second = (from: string) => ({
  ...both(setting, `${owning}    other:\n      images:\n        base:\n          ${from}\n`),
  "environments/other.yaml": setting.replace("123456789012", "999988887777").replace("def0", "def1"),
});

export const launchTemplateUnowned: Rule = {
  code: "launch-template-unowned",
  severity: "warning",
  summary: "An image sets a launch template in an account that does not create it.",
  source,
  fail: [both(setting, receiving.replace("base:", "▸base:"))],
  pass: [both(setting, owning)],
};

export const launchTemplateUnset: Rule = {
  code: "launch-template-unset",
  severity: "warning",
  summary: "A consumer creates a launch template that no build updates.",
  source,
  fail: [both(sharing, owning.replace("launchTemplate:", "▸launchTemplate:"))],
  pass: [both(setting, owning)],
};

export const launchTemplateNameTaken: Rule = {
  code: "launch-template-name-taken",
  severity: "error",
  summary: "A consumer creates two launch templates with the same name.",
  source: "EC2 API field CreateLaunchTemplate.LaunchTemplateName: unique in an account and region",
  fail: [second("▸launchTemplate: {}")],
  pass: [second("launchTemplate: { name: base-of-other }")],
};

const launching = (type: string) =>
  receiving.replace("base: {}", `base: { launchTemplate: { instanceType: ${type} } }`);

export const launchTemplateArchitecture: Rule = {
  code: "launch-template-architecture",
  severity: "error",
  summary: "A consumer creates a launch template with an instance type on which its image cannot start.",
  source: "EC2 User Guide, instance type naming: g after the generation stands for AWS Graviton, which is arm64",
  fail: [both(setting, launching("▸m7g.large"))],
  pass: [both(setting, launching("m7i.large"))],
};

export const launchTemplateRules: readonly Rule[] = [
  launchTemplateUnowned,
  launchTemplateUnset,
  launchTemplateNameTaken,
  launchTemplateArchitecture,
];

/** Checks launch templates that one side makes and the other sets. */
export function checkLaunchTemplates(project: Project): Problem[] {
  const images = readableImages(project);
  return [
    ...expectationsIn(project).flatMap((expectation) => [
      ...checkSides(expectation),
      ...checkType(expectation, images),
    ]),
    ...consumingIn(project).flatMap(checkNames),
  ];
}

function checkSides({ consuming, builder, image, consumed, deliveries }: Expectation): Problem[] {
  const path = ["consumer", "from", builder.name, "images", image];
  const { file } = consuming.source;
  const { account } = consuming.value;
  const set = deliveries.some(({ launchTemplates }) => launchTemplates.length > 0);
  if (set === (consumed.launchTemplate !== undefined) || deliveries.length === 0) return [];
  if (set) {
    const message = `environment "${builder.name}" sets a launch template of "${account}" with "${image}", and none is made here`;
    const fix = "add launchTemplate: {}, or make sure that the template is tagged CreatedBy: EC2 Image Builder";
    return [problemOf(launchTemplateUnowned, file, consuming.source.locateKey(path), message, fix)];
  }
  const at = consuming.source.locateKey([...path, "launchTemplate"]);
  const message = `environment "${builder.name}" sets no launch template of "${account}" with "${image}"`;
  const fix = `deploy it, and add launchTemplates: [{ id: …, account: "${account}" }] with the id that Terraform prints to ${builder.source.file}`;
  return [problemOf(launchTemplateUnset, file, at, message, fix)];
}

function checkType({ consuming, builder, image, consumed }: Expectation, images: ImageDefinitions): Problem[] {
  const type = consumed.launchTemplate?.instanceType;
  const path = ["consumer", "from", builder.name, "images", image, "launchTemplate", "instanceType"];
  const faults = type === undefined ? [] : namingFaults(type);
  if (faults.length > 0)
    return faults.map(({ rule, message, fix }) => problemAt(rule, consuming.source, path, message, fix));
  const definition = images.get(image);
  const wanted = definition && baseOf(definition, images)?.architecture;
  const architecture = architectureOf(type?.split(".")[0] ?? "");
  if (type === undefined || wanted === undefined || architecture === undefined || wanted === architecture) return [];
  const message = `"${type}" is ${architecture}, but the image "${image}" is ${wanted}`;
  const fix = `write a type of ${wanted}, e.g. ${wanted === "arm64" ? "m7g.large" : "m6i.large"}`;
  return [problemAt(launchTemplateArchitecture, consuming.source, path, message, fix)];
}

function checkNames({ source: yaml, consumer, value }: Consuming): Problem[] {
  const names = namesOf(value);
  const taken = new Map<string, string>();
  return Object.entries(consumer.from).flatMap(([from, { images }]) =>
    Object.entries(images).flatMap(([image, { launchTemplate }]) => {
      if (launchTemplate === undefined) return [];
      const { name = names.launchTemplate(image) } = launchTemplate;
      const other = taken.get(name);
      taken.set(name, other ?? from);
      if (other === undefined) return [];
      const path = ["consumer", "from", from, "images", image, "launchTemplate"];
      const at = launchTemplate.name === undefined ? yaml.locateKey(path) : yaml.locate([...path, "name"]);
      const message = `a launch template of what comes from "${other}" is called "${name}", too`;
      return [problemOf(launchTemplateNameTaken, yaml.file, at, message, "add another name")];
    }),
  );
}
