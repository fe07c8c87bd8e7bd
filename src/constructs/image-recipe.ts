import { ImagebuilderImageRecipe } from "@cdktf/provider-aws/lib/imagebuilder-image-recipe";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { ImageRecipe as ImageRecipeModel, KmsKey, RecipeVolume } from "../factory/recipe-content";
import { filled, literal, literals, optionalLiteral } from "./terraform-literal";

export interface ImageRecipeProps {
  readonly recipe: ImageRecipeModel;
  /** ARN of a component of this project, by the path of its document. */
  readonly componentArn: (document: string) => string;
  /** ARN of a key in the region of the recipe. */
  readonly keyArn: (key: KmsKey) => string;
  readonly dependsOn?: ITerraformDependable[];
}

/** An immutable image recipe. A changed one gets a new version, is made first, and the old one goes once the pipeline has let go of it. */
export class ImageRecipe extends Construct {
  readonly arn: string;
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ImageRecipeProps) {
    super(scope, id);
    const { recipe } = props;
    const resource = new ImagebuilderImageRecipe(this, "resource", {
      name: recipe.name,
      version: recipe.version,
      description: optionalLiteral(recipe.description),
      parentImage: recipe.parentImage,
      component: recipe.components.map((component) => ({
        componentArn: "arn" in component ? component.arn : props.componentArn(component.component),
        parameter: filled(
          Object.entries(component.parameters).map(([name, value]) => ({ name, value: literal(value) })),
        ),
      })),
      blockDeviceMapping: filled(recipe.volumes.map((volume) => blockDeviceMapping(volume, props.keyArn))),
      workingDirectory: optionalLiteral(recipe.workingDirectory),
      userDataBase64: recipe.userData === undefined ? undefined : Buffer.from(recipe.userData).toString("base64"),
      // Written out even where it is the default: left out, the provider would keep what was there.
      systemsManagerAgent: { uninstallAfterBuild: recipe.removeSsmAgent },
      tags: literals(recipe.tags),
      lifecycle: { createBeforeDestroy: true },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(recipe.name);
    this.arn = resource.arn;
    this.resource = resource;
  }
}

function blockDeviceMapping(volume: RecipeVolume, keyArn: (key: KmsKey) => string) {
  return {
    deviceName: volume.device,
    ebs: {
      volumeSize: volume.size,
      volumeType: volume.type,
      iops: volume.iops,
      throughput: volume.throughput,
      // Text in the provider's schema; any other spelling of the same would replace the recipe.
      encrypted: String(volume.encrypted),
      deleteOnTermination: String(volume.deleteOnTermination),
      kmsKeyId: volume.kmsKey && keyArn(volume.kmsKey),
      snapshotId: volume.snapshot,
    },
  };
}
