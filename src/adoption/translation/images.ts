import { managedImages } from "../../aws/managed-images";
import type { Place } from "../../aws/place";
import type { Platform } from "../../aws/platform";
import { arnName } from "../../aws/resource-name";
import { isSameDevice } from "../../aws/root-device";
import { nonEmpty, nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import { booleanAt, textAt } from "../../review/plan/value";
import { requiredText } from "../state/required";
import type { ResourceInstance } from "../state/state";
import { componentsOfRecipe } from "./components-of-recipe";
import type { Documents } from "./documents";
import type { ImageDraft } from "./draft";
import { parentOf } from "./parent";
import { runsOf } from "./pipeline";
import { lineSetting, nameOf, versionOf } from "./versions-of";
import { volumesOf } from "./volumes";

export interface ImageContext {
  readonly place: Place;
  readonly components: Documents;
  readonly workflows: Documents;
  /** Names of images by the name of their recipe in ARNs. */
  readonly byRecipe: ReadonlyMap<string, string>;
  /** ARNs of KMS keys that the environment creates. Volumes use them by default. */
  readonly createdKeys: ReadonlySet<string>;
}

/** Translates an image recipe, with the pipeline or image that builds it, to images/<name>.yaml. */
export function imageOf(
  recipe: ResourceInstance,
  run: ResourceInstance | undefined,
  tags: Readonly<Record<string, string>>,
  { place, components, workflows, byRecipe, createdKeys }: ImageContext,
): ImageDraft {
  const { attributes } = recipe;
  const platform = (textAt(attributes, "platform") ?? "Linux") as Platform;
  const parent = parentOf(requiredText(attributes, "parent_image"), platform, place, byRecipe);
  const rootDevice = parent.os === undefined ? undefined : managedImages[parent.os].rootDevice;
  const volumes = volumesOf(attributes).map(({ kmsKey, ...volume }) =>
    withoutUndefined({ ...volume, kmsKey: kmsKey === undefined || createdKeys.has(kmsKey) ? undefined : kmsKey }),
  );
  const mapsRoot = volumes.some(({ device = "" }) => rootDevice !== undefined && isSameDevice(device, rootDevice));
  return withoutUndefined({
    description: textAt(attributes, "description"),
    version: lineSetting(versionOf(recipe)),
    parent,
    components: componentsOfRecipe(attributes, components.byArn),
    volumes: nonEmpty(volumes),
    encryptRootVolume: mapsRoot || rootDevice === undefined ? undefined : false,
    workingDirectory: textAt(attributes, "working_directory"),
    userData: userDataOf(recipe),
    removeSsmAgent: removesAgent(recipe),
    ...runsOf(run?.attributes ?? null, workflows.byArn),
    tags: nonEmptyMap(tags),
  });
}

/** Returns the name of a recipe in the form that ARNs of parents contain. */
export function recipeKey(recipe: ResourceInstance): string {
  return arnName(nameOf(recipe));
}

function userDataOf({ attributes }: ResourceInstance): string | undefined {
  const base64 = textAt(attributes, "user_data_base64");
  return base64 === undefined ? undefined : Buffer.from(base64, "base64").toString("utf8");
}

/** Checks whether the SSM agent is removed. Undefined for false: that is the default, and states always contain it. */
function removesAgent({ attributes }: ResourceInstance): true | undefined {
  return booleanAt(attributes, "systems_manager_agent", 0, "uninstall_after_build") === true ? true : undefined;
}
