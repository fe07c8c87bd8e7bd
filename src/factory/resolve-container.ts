import type { ContainerDefinition } from "../definitions/schema/container";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { imageBuilderArn, type Place } from "./arn";
import { containerBase, type ContainerDefinitions } from "./base";
import type { ContainerRecipeContent, RecipeComponent } from "./recipe-content";
import { recipeVolume } from "./resolve-recipe";

/** The Dockerfile template of a container that gives none: what Image Builder needs and no more. */
export const defaultDockerfile = `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
`;

/** The recipe of one container in one environment. */
export function resolveContainerRecipe(
  name: string,
  definition: ContainerDefinition,
  containers: ContainerDefinitions,
  environment: EnvironmentDefinition,
  place: Place,
  components: readonly RecipeComponent[],
  dockerfileSha256: string,
): ContainerRecipeContent {
  const { parent, instance } = definition;
  const rootDevice = containerBase(definition, containers)?.rootDevice;
  return {
    name,
    description: definition.description,
    parentImage: parentImage(definition, place),
    platformOverride: parent.image === undefined ? undefined : parent.platform,
    components,
    dockerfileSha256,
    repository: repositoryOf(name, environment),
    instance: {
      ami: instance.amis?.[place.region],
      volumes: instance.volumes.map((volume) => recipeVolume(volume, rootDevice, environment)),
    },
    kmsKey: definition.kmsKey,
    workingDirectory: definition.workingDirectory,
  };
}

/** Name of the ECR repository of a container. */
export function repositoryOf(name: string, environment: EnvironmentDefinition): string {
  return environment.containers[name]?.repository.name ?? name;
}

function parentImage({ parent }: ContainerDefinition, place: Place): string {
  // A wildcard: the container follows the newest build of the one it stands on.
  if (parent.container !== undefined) return imageBuilderArn(place, place.account, "image", parent.container, "x.x.x");
  return parent.arn ?? parent.image ?? "";
}
