import { arnName } from "../aws/resource-name";
import type { BuiltContainer } from "../definitions/schema/built";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { imageBuilderArn, type Place } from "./arn";
import { containerBase, type ContainerDefinitions } from "./base";
import type { ContainerDistribution } from "./distribution";
import type { Names } from "./names";
import type { ImagePipeline } from "./pipeline";
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
  names: Pick<Names, "recipe" | "repository">,
  components: readonly RecipeComponent[],
  dockerfileSha256: string,
): ContainerRecipeContent {
  const { parent, instance } = definition;
  const rootDevice = containerBase(definition, containers)?.rootDevice;
  return {
    name,
    description: definition.description,
    parentImage: parentImage(definition, place, names),
    platformOverride: parent.from === "registry" ? parent.platform : undefined,
    components,
    dockerfileSha256,
    repository: names.repository(name),
    instance: {
      ami: instance.amis?.[place.region],
      volumes: instance.volumes.map((volume) => recipeVolume(volume, rootDevice, environment)),
    },
    kmsKey: definition.kmsKey,
    workingDirectory: definition.workingDirectory,
  };
}

/** Whether and where Amazon Inspector scans the container image. */
export function containerScanning({ scan }: BuiltContainer, repository: string): ImagePipeline["scanning"] {
  if (scan === false) return { enabled: false };
  const given = scan === true ? {} : scan;
  return { enabled: true, ecr: { repository: given.repository ?? repository, tags: given.tags ?? [] } };
}

/**
 * Whether tags of the repository have to move, for Amazon ECR refuses a push of a tag that is there where tags are immutable.
 *
 * The tag that Image Builder gives by itself holds the version and number of the build, so no two builds share it; AWS's own samples push it to
 * immutable repositories, though no page promises it. Tags that a distribution names are the same for every build, and an image that is scanned
 * in the repository that it goes to may be pushed there twice: in doubt, the build has to go through.
 *
 * Source: Amazon ECR User Guide, "Preventing image tags from being overwritten"; Image Builder API Reference, EcrConfiguration and
 * ContainerDistributionConfiguration.
 */
export function movesTags(
  repository: string,
  { region }: Place,
  distributions: readonly ContainerDistribution[],
  { ecr }: ImagePipeline["scanning"],
): boolean {
  const fixed = distributions.some(
    (target) => target.region === region && target.repository === repository && target.tags.length > 0,
  );
  return fixed || ecr?.repository === repository;
}

function parentImage({ parent }: ContainerDefinition, place: Place, names: Pick<Names, "recipe">): string {
  // A wildcard: the container follows the newest build of the one it stands on.
  if (parent.from === "project")
    return imageBuilderArn(place, place.account, "image", arnName(names.recipe(parent.name)), "x.x.x");
  return parent.from === "arn" ? parent.arn : parent.image;
}
