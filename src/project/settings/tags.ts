import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ImageDefinition } from "../../definitions/schema/image";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../load-project";

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
  summary: "A tag has a key that Image Builder or this project sets by itself, so its value would be lost or mislead.",
  source: "managed policy EC2ImageBuilderLifecycleExecutionPolicy: deletes only what has CreatedBy = EC2 Image Builder",
  breaks: { "images/base.yaml": `${exampleProject.image}tags:\n  ▸CreatedBy: me\n` },
  mends: { "images/base.yaml": `${exampleProject.image}tags:\n  Owner: me\n` },
};

export const tagCount: Rule = {
  code: "tag-count",
  severity: "error",
  summary: "The tags of environment, image and distribution are more than an AMI can have.",
  source: "EC2 User Guide, tag restrictions: 50 tags for each resource",
  breaks: tagged(26, "▸"),
  mends: tagged(25),
};

export const tagRules: readonly Rule[] = [tagReserved, tagCount];

/** Set by Image Builder on what it makes. */
const ofImageBuilder = /^(CreatedBy|Ec2ImageBuilderArn)$/;
/** Set on every AMI, where they go over what the user wrote. */
const ofProject = /^golden-image(-version|-components(-\d+)?|-commit)?$/;
/** CreatedBy and Ec2ImageBuilderArn; golden-image, its version and components. */
const setByItself = 5;
const most = 50;

/** Checks the tags of an image. */
export function checkImageTags({ source }: Definition<unknown>, { tags }: ImageDefinition): Problem[] {
  return reserved(source, ["tags"], tags);
}

/** Checks the tags of an environment, and what comes together on each AMI. */
export function checkTags({ source }: Definition<unknown>, value: EnvironmentDefinition, project: Project): Problem[] {
  const ofImages = Object.entries(value.images).flatMap(([name, { distribute = [] }]) => {
    const imageTags = project.images.get(name)?.value?.tags ?? {};
    const ofTargets = distribute.flatMap(({ tags }, index) => [
      ...reserved(source, ["images", name, "distribute", index, "tags"], tags),
      ...tooMany(source, ["images", name, "distribute", index, "tags"], { ...value.tags, ...imageTags, ...tags }),
    ]);
    return distribute.length > 0 ? ofTargets : tooMany(source, ["images", name], { ...value.tags, ...imageTags });
  });
  return [
    ...reserved(source, ["tags"], value.tags),
    ...reserved(source, ["build", "tags"], value.build.tags),
    ...ofImages,
  ];
}

function reserved(source: YamlSource, path: YamlPath, tags: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(tags)
    .filter((key) => ofImageBuilder.test(key) || ofProject.test(key))
    .map((key) => {
      const owner = ofImageBuilder.test(key) ? "Image Builder" : "this project";
      const message = `the tag "${key}" is set by ${owner}`;
      return problemOf(tagReserved, source.file, source.locateKey([...path, key]), message, "write another key");
    });
}

function tooMany(source: YamlSource, path: YamlPath, tags: Readonly<Record<string, string>>): Problem[] {
  const count = Object.keys(tags).length;
  if (count + setByItself <= most) return [];
  const message = `the AMI has "${count}" tags of environment, image and distribution, allowed are ${most - setByItself} besides those set by themselves`;
  return [
    problemOf(tagCount, source.file, source.locateKey(path), message, `remove ${count + setByItself - most} of them`),
  ];
}
