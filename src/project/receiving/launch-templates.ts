import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../load-project";
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
  summary: "An image sets a launch template of an account that does not make one for it.",
  source,
  breaks: both(setting, receiving.replace("base:", "▸base:")),
  mends: both(setting, owning),
};

export const launchTemplateUnset: Rule = {
  code: "launch-template-unset",
  severity: "warning",
  summary: "A consumer makes a launch template that no build gives an AMI.",
  source,
  breaks: both(sharing, owning.replace("launchTemplate:", "▸launchTemplate:")),
  mends: both(setting, owning),
};

export const launchTemplateNameTaken: Rule = {
  code: "launch-template-name-taken",
  severity: "error",
  summary: "A consumer makes two launch templates of one name.",
  source: "EC2 API field CreateLaunchTemplate.LaunchTemplateName: unique in an account and region",
  breaks: second("▸launchTemplate: {}"),
  mends: second("launchTemplate: { name: base-of-other }"),
};

export const launchTemplateRules: readonly Rule[] = [
  launchTemplateUnowned,
  launchTemplateUnset,
  launchTemplateNameTaken,
];

/** Checks launch templates that one side makes and the other sets. */
export function checkLaunchTemplates(project: Project): Problem[] {
  return [...expectationsIn(project).flatMap(checkSides), ...consumingIn(project).flatMap(checkNames)];
}

function checkSides({ consuming, builder, image, consumed, deliveries }: Expectation): Problem[] {
  const path = ["consumer", "from", builder.name, "images", image];
  const { file } = consuming.source;
  const { account } = consuming.value;
  const set = deliveries.some(({ launchTemplates }) => launchTemplates.length > 0);
  if (set === (consumed.launchTemplate !== undefined) || deliveries.length === 0) return [];
  if (set) {
    const message = `environment "${builder.name}" sets a launch template of "${account}" with "${image}", and none is made here`;
    const fix = "add launchTemplate: {}, or see to it that the template is tagged CreatedBy: EC2 Image Builder";
    return [problemOf(launchTemplateUnowned, file, consuming.source.locateKey(path), message, fix)];
  }
  const at = consuming.source.locateKey([...path, "launchTemplate"]);
  const message = `environment "${builder.name}" sets no launch template of "${account}" with "${image}"`;
  const fix = `deploy it, and add launchTemplates: [{ id: …, account: "${account}" }] with the id that Terraform prints to ${builder.source.file}`;
  return [problemOf(launchTemplateUnset, file, at, message, fix)];
}

function checkNames({ source: yaml, consumer }: Consuming): Problem[] {
  const taken = new Map<string, string>();
  return Object.entries(consumer.from).flatMap(([from, { images }]) =>
    Object.entries(images).flatMap(([image, { launchTemplate }]) => {
      if (launchTemplate === undefined) return [];
      const { name = image } = launchTemplate;
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
