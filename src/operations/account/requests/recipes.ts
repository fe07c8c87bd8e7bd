import type {
  ComponentConfiguration,
  CreateContainerRecipeCommandInput,
  CreateImageRecipeCommandInput,
  InstanceBlockDeviceMapping,
} from "@aws-sdk/client-imagebuilder";

import type { Place } from "../../../aws/place";
import { nonEmpty } from "../../../collections/non-empty";
import type { Container, Image } from "../../../factory/built";
import type { ImageFactory } from "../../../factory/image-factory";
import type { ContainerRecipe, ImageRecipe, RecipeVolume } from "../../../model/recipe";
import { parentImage } from "../../../model/recipe-parent";
import { arnOf } from "../../../model/reference";
import { type DryRun, existingKey } from "./request";

/** Builds the request for an image recipe. @param components of the recipe that already exist, at least one */
export function imageRecipeRequest(
  { recipe }: Image,
  components: readonly ComponentConfiguration[],
  place: Place,
): DryRun<CreateImageRecipeCommandInput> {
  return {
    name: recipe.recipeName,
    semanticVersion: recipe.version,
    description: recipe.description,
    parentImage: parentImage(recipe.parent, place),
    components: [...components],
    blockDeviceMappings: blockDeviceMappings(recipe.volumes),
    workingDirectory: recipe.workingDirectory,
    additionalInstanceConfiguration:
      recipe.userData === undefined && recipe.removeSsmAgent === undefined
        ? undefined
        : {
            userDataOverride: recipe.userData && Buffer.from(recipe.userData).toString("base64"),
            systemsManagerAgent:
              recipe.removeSsmAgent === undefined ? undefined : { uninstallAfterBuild: recipe.removeSsmAgent },
          },
  };
}

/**
 * Builds the request for a container recipe.
 *
 * @param components of the recipe that already exist, at least one
 * @param dockerfile text of the Dockerfile template
 */
export function containerRecipeRequest(
  { recipe, repository }: Container,
  components: readonly ComponentConfiguration[],
  dockerfile: string,
  place: Place,
): DryRun<CreateContainerRecipeCommandInput> {
  const mappings = blockDeviceMappings(recipe.volumes);
  // Look-ups are not resolved here, so only an id is sent.
  const ami = typeof recipe.ami === "string" ? recipe.ami : undefined;
  return {
    containerType: "DOCKER",
    name: recipe.recipeName,
    semanticVersion: recipe.version,
    description: recipe.description,
    parentImage: parentImage(recipe.parent, place),
    platformOverride: recipe.platformOverride,
    dockerfileTemplateData: dockerfile,
    targetRepository: { service: "ECR", repositoryName: repository.name },
    components: [...components],
    instanceConfiguration:
      ami === undefined && mappings === undefined ? undefined : { image: ami, blockDeviceMappings: mappings },
    workingDirectory: recipe.workingDirectory,
    kmsKeyId: recipe.kmsKey,
  };
}

/**
 * Returns the components of a recipe that exist before the deployment, i.e. those that are not of this project. If all are of this project,
 * returns the update component that AWS manages for the platform, because a recipe needs a component.
 *
 * @returns an empty list for macOS if all components are of this project: AWS manages no component that could replace them
 */
export function componentsThatExist(
  { components }: ImageRecipe | ContainerRecipe,
  { place, components: made }: Pick<ImageFactory, "place" | "components">,
): ComponentConfiguration[] {
  const given = components.flatMap((component) =>
    component.from === "project"
      ? []
      : [
          {
            componentArn: arnOf(component, place),
            parameters: nonEmpty(
              Object.entries(component.parameters).map(([name, value]) => ({ name, value: [value] })),
            ),
          },
        ],
  );
  if (given.length > 0) return given;
  const documents = components.flatMap((component) => (component.from === "project" ? component.document : []));
  const platform = made.find(({ document }) => documents.includes(document))?.platform ?? "macOS";
  if (platform === "macOS") return [];
  const update = {
    from: "aws",
    type: "component",
    name: `update-${platform.toLowerCase()}`,
    version: "x.x.x",
  } as const;
  return [{ componentArn: arnOf(update, place) }];
}

function blockDeviceMappings(volumes: readonly RecipeVolume[]): InstanceBlockDeviceMapping[] | undefined {
  return nonEmpty(
    volumes.map(({ device, size, type, iops, throughput, encrypted, kmsKey, deleteOnTermination, snapshot }) => ({
      deviceName: device,
      ebs: {
        volumeSize: size,
        volumeType: type as "gp3" | undefined,
        iops,
        throughput,
        encrypted,
        kmsKeyId: existingKey(kmsKey),
        deleteOnTermination,
        snapshotId: snapshot,
      },
    })),
  );
}
