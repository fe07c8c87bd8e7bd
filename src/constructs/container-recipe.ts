import { ImagebuilderContainerRecipe } from "@cdktf/provider-aws/lib/imagebuilder-container-recipe";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Place } from "../aws/place";
import { withoutSpaces } from "../aws/resource-name";
import { addressable, terraformName } from "../factory/terraform-name";
import type { ContainerRecipe as ContainerRecipeModel, KmsKey } from "../model/recipe";
import { parentImage } from "../model/recipe-parent";
import { blockDeviceMappings } from "./block-device-mapping";
import type { DocumentBucket } from "./document-bucket";
import { LookedUpAmi } from "./look-up";
import { publishDocument } from "./publish-document";
import { type ComponentArn, recipeComponents } from "./recipe-component";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface ContainerRecipeProps {
  readonly recipe: ContainerRecipeModel;
  /** Absolute path of the project folder. The Dockerfile template is copied beside the generated JSON. */
  readonly root: string;
  readonly bucket: DocumentBucket;
  /** Name of the repository, or a reference to the name if the stack creates the repository. */
  readonly repositoryName: string;
  readonly place: Place;
  readonly componentArn: ComponentArn;
  /** Returns the ARN of a KMS key in the region of the recipe. */
  readonly keyArn: (key: KmsKey) => string;
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * An immutable container recipe with its Dockerfile template, in S3 or inline. A change creates a new version first, and deletes the old version
 * after the pipeline has switched.
 *
 * Changes of the place of the template or of the platform, which the API never returns, do not replace the recipe directly. The lock assigns a
 * new version if the template or the platform changes.
 */
export class ContainerRecipe extends Construct {
  readonly arn: string;
  readonly resource: ITerraformDependable;
  /** Id of the AMI of the build instance. Undefined if the AMI is not looked up. */
  readonly lookedUpAmi?: string;

  constructor(scope: Construct, id: string, props: ContainerRecipeProps) {
    super(scope, id);
    const { recipe, root, bucket } = props;
    const dockerfile = publishDocument(this, {
      // The prefix avoids the addresses of components and workflows, whose objects have the same Terraform type.
      address: addressable(`dockerfile-${withoutSpaces(recipe.name)}`),
      key: `dockerfiles/${withoutSpaces(recipe.name)}/${recipe.dockerfile.sha256}`,
      content: recipe.dockerfile.content,
      sha256: recipe.dockerfile.sha256,
      contentType: "text/plain",
      root,
      bucket,
    });
    const { ami } = recipe;
    const lookedUp =
      typeof ami === "object" ? new LookedUpAmi(this, "ami", terraformName(recipe.name), ami) : undefined;
    const resource = new ImagebuilderContainerRecipe(this, "resource", {
      name: literal(recipe.recipeName),
      version: recipe.version,
      description: optionalLiteral(recipe.description),
      containerType: "DOCKER",
      parentImage: literal(parentImage(recipe.parent, props.place)),
      platformOverride: recipe.platformOverride,
      dockerfileTemplateUri: dockerfile.uri,
      dockerfileTemplateData: dockerfile.data,
      targetRepository: { service: "ECR", repositoryName: props.repositoryName },
      component: recipeComponents(recipe.components, props.componentArn, props.place),
      instanceConfiguration: this.instance(props, lookedUp?.id ?? (ami as string | undefined)),
      workingDirectory: optionalLiteral(recipe.workingDirectory),
      kmsKeyId: optionalLiteral(recipe.kmsKey),
      tags: literals(recipe.tags),
      lifecycle: {
        createBeforeDestroy: true,
        ignoreChanges: [
          ...["dockerfile_template_uri", "dockerfile_template_data", "platform_override"],
          // The recipe version is immutable in AWS, even if there is a newer AMI by now.
          ...(lookedUp === undefined ? [] : ["instance_configuration[0].image"]),
        ],
      },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(recipe.name));
    this.arn = resource.arn;
    this.resource = resource;
    this.lookedUpAmi = lookedUp?.id;
  }

  /** Returns the instance configuration. Undefined if nothing is set: Image Builder then uses an unchanged ECS-optimized AMI. */
  private instance({ recipe: { volumes }, keyArn }: ContainerRecipeProps, image: string | undefined) {
    if (image === undefined && volumes.length === 0) return undefined;
    return { image, blockDeviceMapping: blockDeviceMappings(volumes, keyArn) };
  }
}
