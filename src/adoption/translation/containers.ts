import type { Place } from "../../aws/place";
import { nonEmpty, nonEmptyMap, onlyDefined, withoutUndefined } from "../../collections/non-empty";
import { defaultDockerfile } from "../../factory/default-dockerfile";
import { at, textAt } from "../../review/plan/value";
import { requiredText } from "../state/required";
import type { ResourceInstance } from "../state/state";
import { componentsOfRecipe } from "./components-of-recipe";
import type { ContainerDraft } from "./draft";
import { newestOwnImage } from "./image-builder-arn";
import type { ImageContext } from "./images";
import { runsOf } from "./pipeline";
import { lineSetting, versionOf } from "./versions-of";
import { volumesOf } from "./volumes";

interface FoundRecipe {
  readonly name: string;
  readonly recipe: ResourceInstance;
  /** The pipeline or image that builds the recipe. */
  readonly run: ResourceInstance | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** Translates a container recipe, with the pipeline or image that builds it, to containers/<name>.yaml and its Dockerfile. */
export function containerOf(
  { name, recipe, run, tags }: FoundRecipe,
  { place, components, workflows, byRecipe }: ImageContext,
) {
  const { attributes } = recipe;
  const text = textAt(attributes, "dockerfile_template_data");
  const dockerfile =
    text === undefined || text === defaultDockerfile ? undefined : ([`containers/${name}.Dockerfile`, text] as const);
  const instance = at(attributes, "instance_configuration", 0);
  const ami = textAt(instance, "image");
  return {
    /** Path and text of the Dockerfile. Undefined for the minimal template of Image Builder. */
    dockerfile,
    definition: withoutUndefined<ContainerDraft>({
      description: textAt(attributes, "description"),
      version: lineSetting(versionOf(recipe)),
      parent: parentOf(recipe, place, byRecipe),
      components: componentsOfRecipe(attributes, components.byArn),
      dockerfile: dockerfile?.[0],
      instance: onlyDefined({
        amis: ami === undefined ? undefined : { [place.region]: ami },
        volumes: nonEmpty(volumesOf(instance)),
      }),
      kmsKey: textAt(attributes, "kms_key_id"),
      workingDirectory: textAt(attributes, "working_directory"),
      ...runsOf(run?.attributes ?? null, workflows.byArn),
      tags: nonEmptyMap(tags),
    }),
  };
}

function parentOf(
  { attributes }: ResourceInstance,
  { account }: Place,
  byRecipe: ReadonlyMap<string, string>,
): ContainerDraft["parent"] {
  const parentImage = requiredText(attributes, "parent_image");
  const platform = textAt(attributes, "platform_override") ?? textAt(attributes, "platform");
  const windows = platform === "Windows" ? { platform: "Windows" as const } : {};
  const container = newestOwnImage(parentImage, account, byRecipe);
  if (container !== undefined) return { container, ...windows };
  return parentImage.startsWith("arn:") ? { arn: parentImage, ...windows } : { image: parentImage, ...windows };
}
