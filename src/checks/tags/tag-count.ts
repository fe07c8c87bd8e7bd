import { maxTags } from "../../aws/tags";
import type { Tags } from "../../factory/tags";
import type { YamlPath } from "../../problems/yaml-source";
import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { ownTagsIn } from "./own-tags";

const numbered = (prefix: string, count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `${prefix}${index}: x`).join(", ")} }`;
const tagged = (own: number, marker = "") => ({
  ...withImage({ more: `tags: ${numbered("image", own)}\n` }),
  ...withEnvironment({ images: { [`${marker}base`]: "" }, more: `tags: ${numbered("all", 20)}\n` }),
});
const ofContainer = (own: number, marker = "") => ({
  ...withContainer({ more: `tags: ${numbered("own", own)}\n` }),
  ...withSettings(`tags: ${numbered("all", 20)}\ncontainers:\n  ${marker}web: { schedule: manual }\n`),
});

const ofRole = (own: number, marker = "") =>
  withSettings(
    `tags: ${numbered("all", 20)}\nbuild:\n  instanceProfile: { create: true, ${marker}roleTags: ${numbered("own", own)} }\n`,
  );
const ofRecipe = (own: number, marker = "") =>
  withEnvironment({
    images: { base: `    tags: { ${marker}recipe: ${numbered("own", own)} }\n` },
    more: `tags: ${numbered("all", 20)}\n`,
  });

/** Number of tags that are always set: CreatedBy and Ec2ImageBuilderArn; golden-image, its version and components. */
const setByItself = 5;

export const tagCount: ProjectRule = {
  code: "tag-count",
  refusedBy: "AWS",
  summary:
    "An AMI or another resource has more tags than AWS allows. Tags of the environment, the image and the distribution are counted together.",
  source: "EC2 User Guide, tag restrictions: 50 tags for each resource",
  fail: [tagged(26, "▸"), ofContainer(31, "▸"), ofRole(31, "▸"), ofRecipe(31, "▸")],
  pass: [tagged(25), ofContainer(30), ofRole(30), ofRecipe(30)],
  eachEnvironment({ value, entries, targets }, report, { recipeOf }) {
    const count = (path: YamlPath, tags: Tags, allowed: number, what: string, rest: string) => {
      const given = Object.keys(tags).length;
      if (given <= allowed) return;
      const message = `the ${what} has "${given}" tags of ${rest}`;
      report({ key: path }, message, `remove ${given - allowed} of them`);
    };
    const onAmi = (path: YamlPath, tags: Tags) => {
      const allowed = maxTags - setByItself;
      const rest = `environment, image and distribution, allowed: ${allowed}, besides those that are set automatically`;
      count(path, tags, allowed, "AMI", rest);
    };
    for (const { path, tags } of ownTagsIn(value)) {
      const rest = `environment and its own, allowed: ${maxTags}`;
      if (Object.keys(tags).length > 0) count(path, { ...value.tags, ...tags }, maxTags, "resource", rest);
    }
    for (const { image, target, path } of targets)
      onAmi([...path, "tags"], { ...value.tags, ...recipeOf("image", image)?.definition.tags, ...target.tags });
    const distributed = new Set(targets.map(({ image }) => image));
    for (const { kind, name, path } of entries) {
      const tags = { ...value.tags, ...recipeOf(kind, name)?.definition.tags };
      if (kind === "container") count(path, tags, maxTags, "recipe", `environment and container, allowed: ${maxTags}`);
      else if (!distributed.has(name)) onAmi(path, tags);
    }
  },
};
