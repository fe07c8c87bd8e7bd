import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { Tags } from "../../factory/tags";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { problemAtKey } from "../problem-at";

const { environment, image } = exampleProject;
const selecting = (text: string) => ({
  "images/base.yaml": `${image}tags: { stage: test }\n`,
  "environments/dev.yaml": `${text}lifecycle:\n  old-images:\n    ▸tags: { stage: test }\n    rules: [{ action: delete, keep: 5 }]\n`,
});
const onDeploy = selecting(`${environment}    buildOnDeploy: true\n`);

export const lifecycleTags: Rule = {
  code: "lifecycle-tags",
  severity: "warning",
  summary:
    "A lifecycle policy selects images by tags that no image of the environment has. The AWS provider tags only images that Terraform builds (`buildOnDeploy`), with the tags of the image or container and of the environment. Images that a pipeline builds have none.",
  source:
    "API field CreateLifecyclePolicy.resourceSelection.tagMap: tags of Image Builder's images; AWS provider 5.100, aws_imagebuilder_image_pipeline: no tags of images",
  fail: [selecting(environment)],
  pass: [{ ...onDeploy, "environments/dev.yaml": onDeploy["environments/dev.yaml"].replace("▸", "") }],
};

/** Finds tags in lifecycle policies that no image has. */
export function checkLifecycleTags(
  { source }: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
): Problem[] {
  return Object.entries(value.lifecycle).flatMap(([name, policy]) => {
    const images = imagesOf(policy, value, project);
    const problems: Problem[] = [];
    const selected = policy.tags;
    if (selected !== undefined && !images.some(({ tags }) => hasAll(tags, selected))) {
      const message = "no image that this environment builds has these tags in Image Builder";
      const fix =
        "select by images or containers, add buildOnDeploy and the tags to one, or tag images by hand and silence this";
      problems.push(problemAtKey(lifecycleTags, source, ["lifecycle", name, "tags"], message, fix));
    }
    for (const [key, text] of Object.entries(policy.exclude.tags)) {
      const has = (tags: Tags) => tags[key] === text;
      // Tags that the project writes nowhere are set by hand.
      if (images.some(({ tags }) => has(tags)) || !images.some(({ written }) => written.some(has))) continue;
      const message = `no image that this environment builds has the tag "${key}: ${text}" in Image Builder, so it excludes none`;
      const fix = "write exclude.amis.tags for tags of AMIs, or add buildOnDeploy to the image";
      problems.push(problemAtKey(lifecycleTags, source, ["lifecycle", name, "exclude", "tags", key], message, fix));
    }
    return problems;
  });
}

interface TaggedImage {
  /** Of the image in Image Builder. */
  readonly tags: Tags;
  /** Those that the project writes for it, wherever they arrive. */
  readonly written: readonly Tags[];
}

/** The images or containers that a policy may be for. */
function imagesOf(
  { images, containers, type }: LifecyclePolicyDefinition,
  value: EnvironmentDefinition,
  project: Project,
): TaggedImage[] {
  const isFor = (names: readonly string[] | undefined, itsType: LifecyclePolicyDefinition["type"]) => {
    const byTags = images === undefined && containers === undefined;
    return ([name]: readonly [string, unknown]) => (byTags ? type === itsType : names?.includes(name) === true);
  };
  const tagged = (own: Tags | undefined, buildOnDeploy: boolean, amis: readonly Tags[] = []): TaggedImage => {
    const tags = { ...value.tags, ...own };
    return { tags: buildOnDeploy ? tags : {}, written: [tags, ...amis] };
  };
  return [
    ...Object.entries(value.images)
      .filter(isFor(images, "ami"))
      .map(([name, { buildOnDeploy, distribute = [] }]) =>
        tagged(
          project.images.get(name)?.value?.tags,
          buildOnDeploy,
          distribute.map(({ tags }) => tags),
        ),
      ),
    ...Object.entries(value.containers)
      .filter(isFor(containers, "container"))
      .map(([name, { buildOnDeploy }]) => tagged(project.containers.get(name)?.value?.tags, buildOnDeploy)),
  ];
}

function hasAll(tags: Tags, wanted: Tags): boolean {
  return Object.entries(wanted).every(([key, text]) => tags[key] === text);
}
