import type { Definition } from "../../definitions/read-definition";
import { amiTagsOfImageBuilder, maxTags, reservedResourceTags } from "../../aws/tags";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { buildsAnything } from "../../factory/resolve-factory";
import { makesLifecycleRole } from "../../factory/resolve-consumer";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { problemAtKey } from "../problem-at";
import type { Recipe } from "../recipes/recipes";
import { makesExecutionRole } from "./made-execution-role";

const numbered = (prefix: string, count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `${prefix}${index}: x`).join(", ")} }`;
const tagged = (own: number, marker = "") => ({
  "images/base.yaml": `${exampleProject.image}tags: ${numbered("image", own)}\n`,
  "environments/dev.yaml":
    exampleProject.environment.replace("  base:", `  ${marker}base:`) + `tags: ${numbered("all", 20)}\n`,
});

export const tagReserved: Rule = {
  code: "tag-reserved",
  severity: "error",
  unsilenceable: true,
  summary: "A tag key is reserved: by Image Builder for build instances, or by this project for AMIs.",
  source:
    "API field CreateInfrastructureConfiguration.resourceTags: CreatedBy, Ec2ImageBuilderArn, Name and Tags are reserved",
  fail: [{ "environments/dev.yaml": `${exampleProject.environment}build:\n  tags:\n    ▸Name: me\n` }],
  pass: [{ "environments/dev.yaml": `${exampleProject.environment}build:\n  tags:\n    Owner: me\n` }],
};

export const tagOfImageBuilder: Rule = {
  code: "tag-of-image-builder",
  severity: "warning",
  summary:
    "An AMI tag has a key that Image Builder also sets. With another value, lifecycle policies may skip the AMI.",
  source: "managed policy EC2ImageBuilderLifecycleExecutionPolicy: acts only on what has CreatedBy = EC2 Image Builder",
  fail: [{ "images/base.yaml": `${exampleProject.image}tags:\n  ▸CreatedBy: me\n` }],
  pass: [{ "images/base.yaml": `${exampleProject.image}tags:\n  Owner: me\n` }],
};

export const tagCount: Rule = {
  code: "tag-count",
  severity: "error",
  summary: "The tags of the environment, image and distribution together are more than an AMI can have.",
  source: "EC2 User Guide, tag restrictions: 50 tags for each resource",
  fail: [tagged(26, "▸")],
  pass: [tagged(25)],
};

export const tagCase: Rule = {
  code: "tag-case",
  severity: "error",
  summary: "Two tags of the environment differ only in letter case. IAM refuses them for the created role.",
  source: "IAM User Guide, rules for tagging: keys are not case-sensitive",
  fail: [{ "environments/dev.yaml": `${exampleProject.environment}tags:\n  Team: a\n  ▸team: b\n` }],
  pass: [{ "environments/dev.yaml": `${exampleProject.environment}tags:\n  Team: a\n  owner: b\n` }],
};

export const tagValue: Rule = {
  code: "tag-value",
  severity: "error",
  summary: "IAM refuses the value of a tag of the environment for the created role.",
  source: "IAM API type Tag, field Value: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
  fail: [{ "environments/dev.yaml": `${exampleProject.environment}tags:\n  team: ▸a, b\n` }],
  pass: [{ "environments/dev.yaml": `${exampleProject.environment}tags:\n  team: a b\n` }],
};

export const tagRules: readonly Rule[] = [tagReserved, tagOfImageBuilder, tagCount, tagCase, tagValue];

/** Set by this project on every AMI, where they go over what the user wrote. */
const ofProject = /^golden-image(-version|-components(-\d+)?|-commit)?$/;
/** CreatedBy and Ec2ImageBuilderArn; golden-image, its version and components. */
const setByItself = 5;

/** Checks the tags of an image. Those of a container reach nothing but its recipe and pipeline. */
export function checkRecipeTags({ kind, source, definition }: Recipe): Problem[] {
  return kind === "image" ? ofAmis(source, ["tags"], definition.tags) : [];
}

/** Checks the tags of an environment, and what comes together on each AMI. */
export function checkTags({ source }: Definition<unknown>, value: EnvironmentDefinition, project: Project): Problem[] {
  const ofImages = Object.entries(value.images).flatMap(([name, { distribute = [] }]) => {
    const imageTags = project.images.get(name)?.value?.tags ?? {};
    const ofTargets = distribute.flatMap(({ tags }, index) => [
      ...ofAmis(source, ["images", name, "distribute", index, "tags"], tags),
      ...tooMany(source, ["images", name, "distribute", index, "tags"], { ...value.tags, ...imageTags, ...tags }),
    ]);
    return distribute.length > 0 ? ofTargets : tooMany(source, ["images", name], { ...value.tags, ...imageTags });
  });
  const ofContainers = Object.keys(value.containers).flatMap((name) => {
    const tags = { ...value.tags, ...project.containers.get(name)?.value?.tags };
    return tooMany(source, ["containers", name], tags, "recipe", 0);
  });
  return [
    ...ofAmis(source, ["tags"], value.tags),
    ...ofRoles(source, value, project),
    ...ofBuildInstances(source, value.build.tags),
    ...ofImages,
    ...ofContainers,
  ];
}

/** Whether an environment makes a role: for build instances, for Image Builder, or for those who distribute to it. */
function makesRole(value: EnvironmentDefinition, project: Project): boolean {
  const { build, lifecycle, lifecycleRole, consumer } = value;
  return (
    (build.instanceProfile.create === true && buildsAnything(value)) ||
    makesExecutionRole(value, project) ||
    (lifecycleRole.create === true && Object.keys(lifecycle).length > 0) ||
    (consumer !== undefined && (consumer.distributionRole || makesLifecycleRole(consumer)))
  );
}

/** The tags of everything, for roles: IAM is stricter than the rest. */
function ofRoles(source: YamlSource, value: EnvironmentDefinition, project: Project): Problem[] {
  if (!makesRole(value, project)) return [];
  const { tags } = value;
  const keys = Object.keys(tags);
  return Object.entries(tags).flatMap(([key, text], index) => {
    const twin = keys.findIndex((other) => other.toLowerCase() === key.toLowerCase());
    if (twin < index) {
      const message = `the tags "${keys[twin] ?? ""}" and "${key}" differ only in letter case, and IAM treats them as the same`;
      return [problemOf(tagCase, source.file, source.locateKey(["tags", key]), message, "remove one of the two")];
    }
    const odd = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u.exec(text);
    if (odd === null) return [];
    const message = `the tag "${key}" holds "${odd[0]}", which IAM does not take on the made role`;
    const fix = "write letters, digits, spaces and _ . : / = + - @";
    return [problemOf(tagValue, source.file, source.locate(["tags", key]), message, fix)];
  });
}

function ofBuildInstances(source: YamlSource, tags: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(tags)
    .filter((key) => reservedResourceTags.includes(key))
    .map((key) => {
      const message = `Image Builder keeps the tag "${key}" of build instances for itself`;
      return problemAtKey(tagReserved, source, ["build", "tags", key], message, "write another key");
    });
}

/** The tags of everything among them: they reach AMIs, and not the instances that build them. */
function ofAmis(source: YamlSource, path: YamlPath, tags: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(tags).flatMap((key) => {
    const report = (rule: Rule, owner: string) => [
      problemAtKey(rule, source, [...path, key], `the tag "${key}" of AMIs is set by ${owner}`, "write another key"),
    ];
    if (ofProject.test(key)) return report(tagReserved, "this project");
    return amiTagsOfImageBuilder.includes(key) ? report(tagOfImageBuilder, "Image Builder") : [];
  });
}

function tooMany(
  source: YamlSource,
  path: YamlPath,
  tags: Readonly<Record<string, string>>,
  what: "AMI" | "recipe" = "AMI",
  others = setByItself,
): Problem[] {
  const count = Object.keys(tags).length;
  const allowed = maxTags - others;
  if (count <= allowed) return [];
  const message =
    what === "AMI"
      ? `the AMI has "${count}" tags of environment, image and distribution, allowed are ${allowed} besides those set by themselves`
      : `the recipe has "${count}" tags of environment and container, allowed are ${allowed}`;
  return [problemOf(tagCount, source.file, source.locateKey(path), message, `remove ${count - allowed} of them`)];
}
