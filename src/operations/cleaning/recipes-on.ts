import {
  type ContainerRecipeSummary,
  type ImageRecipeSummary,
  paginateListContainerRecipes,
  paginateListImageRecipes,
} from "@aws-sdk/client-imagebuilder";

import { resourceOf } from "../../aws/arn";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { type BuildSummary, byVersion } from "../images/find-builds";

/**
 * This account's recipes, e.g. `image-recipe web 1.0.0`, by the images that they name as parent or instance image: each an ARN, an AMI id
 * or another text.
 */
export type RecipesByParent = ReadonlyMap<string, readonly string[]>;

/** Lists all image and container recipes of this account. */
export async function recipesByParent({ imageBuilder: client }: Connection): Promise<RecipesByParent> {
  const recipes = new Map<string, string[]>();
  const add = (summary: ImageRecipeSummary & Pick<ContainerRecipeSummary, "instanceImage">): void => {
    const { arn, parentImage, instanceImage } = complete(summary, "arn", "parentImage");
    for (const image of [parentImage, ...(instanceImage === undefined ? [] : [instanceImage])])
      recipes.set(image, [...(recipes.get(image) ?? []), nounAndName(arn)]);
  };
  for await (const page of paginateListImageRecipes({ client }, { owner: "Self" }))
    page.imageRecipeSummaryList?.forEach(add);
  for await (const page of paginateListContainerRecipes({ client }, { owner: "Self" }))
    page.containerRecipeSummaryList?.forEach(add);
  return recipes;
}

/**
 * Returns the recipes whose next build starts from this build: they name the build, or a version of which it is the newest. Image Builder
 * refuses to delete the record of such a build, and its AMIs would already be deregistered by then.
 *
 * @param builds all builds of the image
 */
export function recipesOn(recipes: RecipesByParent, build: BuildSummary, builds: readonly BuildSummary[]): string[] {
  return [...recipes].flatMap(([parent, names]) => (resolved(parent, builds) === build.arn ? names : []));
}

const parentArn = /^(arn:[^:]+:imagebuilder:[^:]+:[^:]+:image\/[^/]+)\/([\dx]+(?:\.[\dx]+){2})(?:\/(\d+))?$/;

/** Returns the ARN of the build to which a parent resolves today. */
function resolved(parent: string, builds: readonly BuildSummary[]): string | undefined {
  const [, name = "", version = "", number] = parentArn.exec(parent) ?? [];
  const pattern = new RegExp(`^${version.replaceAll(".", "\\.").replaceAll("x", "\\d+")}$`);
  return builds
    .filter(({ arn, status }) => arn.startsWith(`${name}/`) && (number !== undefined || status === "AVAILABLE"))
    .filter((each) => pattern.test(each.version) && (number === undefined || each.build === Number(number)))
    .sort(byVersion)
    .at(-1)?.arn;
}

/** Returns `…:image-recipe/web/1.0.0` as "image-recipe web 1.0.0". */
function nounAndName(arn: string): string {
  return resourceOf(arn).replaceAll("/", " ");
}
