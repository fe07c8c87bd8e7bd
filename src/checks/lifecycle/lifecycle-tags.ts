import { environmentText, imageText } from "../../definitions/example-texts";
import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { Tags } from "../../factory/tags";
import type { YamlPath } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Entry, Environment } from "../context/environments";
import type { ProjectRule } from "../project-rule";
import { exclusionsOf, policiesOf } from "./policies";

const selecting = (built: string, tags: string, exclude = "") => ({
  "images/base.yaml": imageText({ more: "tags: { stage: test }\n" }),
  "environments/dev.yaml": environmentText({
    images: { base: built },
    more: `lifecycle:\n  old-images:\n    ${tags}: { stage: test }\n    rules: [{ action: delete, keep: 5 }]\n${exclude}`,
  }),
});
const onDeploy = "    buildOnDeploy: true\n";

export const lifecycleTags: ProjectRule = {
  code: "lifecycle-tags",
  refusedBy: "project",
  summary:
    "A lifecycle policy selects images by tags that no image of the environment has. The AWS provider tags only images that Terraform builds (`buildOnDeploy`), with the tags of the image or container and of the environment. Images that a pipeline builds have none.",
  source:
    "API field CreateLifecyclePolicy.resourceSelection.tagMap: tags of Image Builder's images; AWS provider 5.100, aws_imagebuilder_image_pipeline: no tags of images",
  fail: [selecting("", "▸tags")],
  pass: [
    selecting(onDeploy, "tags"),
    selecting(onDeploy, "tags", "    exclude: { tags: { stage: test, keep: me } }\n"),
  ],
  eachEnvironment(environment, report, context) {
    for (const { path, value } of policiesOf(environment)) {
      const images = imagesOf(value, environment, context);
      const { tags: selected } = value;
      if (selected !== undefined && !images.some(({ tags }) => hasAny(tags, selected))) {
        const message = "no image that this environment builds has one of these tags in Image Builder";
        const fix =
          "select by images or containers, add buildOnDeploy and the tags to one, or tag images by hand and silence this";
        report({ key: [...path, "tags"] }, message, fix);
      }
      for (const { at, key, text } of excludedTags(value)) {
        const has = (tags: Tags) => tags[key] === text;
        // Tags that the project does not contain are set by hand.
        if (images.some(({ tags }) => has(tags)) || !images.some(({ written }) => written.some(has))) continue;
        const message = `no image that this environment builds has the tag "${key}: ${text}" in Image Builder, so it excludes none`;
        const fix = "write exclude.amis.tags for tags of AMIs, or add buildOnDeploy to the image";
        report({ key: [...path, ...at, "tags", key] }, message, fix);
      }
    }
  },
};

function excludedTags(policy: LifecyclePolicyDefinition): { at: YamlPath; key: string; text: string }[] {
  return exclusionsOf(policy).flatMap(({ at, exclude: { tags } }) =>
    Object.entries(tags).map(([key, text]) => ({ at, key, text })),
  );
}

interface TaggedImage {
  /** Tags of the image in Image Builder. */
  readonly tags: Tags;
  /** Tags that the project defines for the image, wherever they are applied. */
  readonly written: readonly Tags[];
}

/** Returns the images or containers that a policy may select. */
function imagesOf(
  { images, containers, type }: LifecyclePolicyDefinition,
  { value, entries, targets }: Environment,
  context: CheckContext,
): TaggedImage[] {
  const byTags = images === undefined && containers === undefined;
  const isSelected = ({ kind, name }: Entry) => {
    if (byTags) return type === (kind === "image" ? "ami" : "container");
    return (kind === "image" ? images : containers)?.includes(name) === true;
  };
  return entries.filter(isSelected).map(({ kind, name, built }) => {
    const tags = { ...value.tags, ...context.recipeOf(kind, name)?.definition.tags };
    const ofAmis = kind === "image" ? targets.filter(({ image }) => image === name) : [];
    return {
      tags: built.buildOnDeploy ? tags : {},
      written: [tags, ...ofAmis.map(({ target }) => target.tags)],
    };
  });
}

/** Checks whether an image has any of the tags, so the policy selects it. Source: Image Builder User Guide, how lifecycle rules work. */
function hasAny(tags: Tags, wanted: Tags): boolean {
  return Object.entries(wanted).some(([key, text]) => tags[key] === text);
}
