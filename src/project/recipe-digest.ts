import type { Place } from "../aws/place";
import { arnName } from "../aws/resource-name";
import type { ResolvedRecipe } from "../factory/resolved-recipe";
import type { RecipeComponent } from "../model/component-reference";
import type { RecipeVolume } from "../model/recipe";
import { parentWithoutPlace } from "../model/recipe-parent";
import { withoutPlace } from "../model/reference";

/**
 * Returns the content of a recipe for its digest: without the account and region and without names in AWS, so that a recipe has the same version in
 * all environments. The format must never change: other digests would rebuild every image.
 */
export function digestedRecipe(
  recipe: ResolvedRecipe,
  components: readonly RecipeComponent[],
  place: Place,
): Readonly<Record<string, unknown>> {
  const { name, description, parent, workingDirectory } = recipe.content;
  const volumes = recipe.content.volumes.map(digestedVolume);
  const common = {
    name,
    description,
    parentImage: parentWithoutPlace(parent, place),
    components: components.map((component) => digestedComponent(component, place)),
    workingDirectory,
  };
  if (recipe.kind === "image") {
    const { userData, removeSsmAgent } = recipe.content;
    return { ...common, volumes, userData, removeSsmAgent };
  }
  const { platformOverride, dockerfile, ami, kmsKey } = recipe.content;
  return {
    ...common,
    platformOverride,
    dockerfileSha256: dockerfile.sha256,
    // A name that is derived from the file name is not part of the content.
    repository: recipe.built.repository.name ?? arnName(name),
    instance: { ami, volumes },
    kmsKey,
  };
}

function digestedVolume(volume: RecipeVolume): object {
  return typeof volume.kmsKey === "object" ? { ...volume, kmsKey: { made: true } } : volume;
}

function digestedComponent(component: RecipeComponent, place: Place): object {
  const { parameters } = component;
  return component.from === "project"
    ? { component: component.document, version: component.version, parameters }
    : { arn: withoutPlace(component, place), parameters };
}
