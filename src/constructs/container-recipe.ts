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
  /** Absolute path of the project folder; the Dockerfile template is copied beside the generated JSON. */
  readonly root: string;
  readonly bucket: DocumentBucket;
  /** Name of the repository; of a made one, a reference to it. */
  readonly repositoryName: string;
  readonly place: Place;
  readonly componentArn: ComponentArn;
  /** ARN of a key in the region of the recipe. */
  readonly keyArn: (key: KmsKey) => string;
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * An immutable container recipe, its Dockerfile template in S3. A changed one gets a new version, is made first, and the old one goes once
 * the pipeline has let go of it.
 *
 * Where its template lies does not replace it, as with a component; nor does the platform, which the service never gives back: both are part of
 * what the lock gives a version to.
 */
export class ContainerRecipe extends Construct {
  readonly arn: string;
  readonly resource: ITerraformDependable;
  /** The AMI of the instance, where it is looked up. */
  readonly lookedUpAmi?: string;

  constructor(scope: Construct, id: string, props: ContainerRecipeProps) {
    super(scope, id);
    const { recipe, root, bucket } = props;
    const dockerfile = publishDocument(this, {
      // Apart from components and workflows, whose objects are of the same Terraform type.
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
          // AWS has this version already, whatever AMI is the newest by now.
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

  /** Undefined where nothing is said of it: Image Builder then takes an AMI of Amazon ECS as it is. */
  private instance({ recipe: { volumes }, keyArn }: ContainerRecipeProps, image: string | undefined) {
    if (image === undefined && volumes.length === 0) return undefined;
    return { image, blockDeviceMapping: blockDeviceMappings(volumes, keyArn) };
  }
}
