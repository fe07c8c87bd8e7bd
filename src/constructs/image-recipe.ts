import { ImagebuilderImageRecipe } from "@cdktf/provider-aws/lib/imagebuilder-image-recipe";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Place } from "../aws/place";
import { terraformName } from "../factory/terraform-name";
import type { ImageRecipe as ImageRecipeModel, KmsKey } from "../model/recipe";
import { parentImage } from "../model/recipe-parent";
import { blockDeviceMappings } from "./block-device-mapping";
import { LookedUpAmi } from "./look-up";
import { type ComponentArn, recipeComponents } from "./recipe-component";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface ImageRecipeProps {
  readonly recipe: ImageRecipeModel;
  readonly place: Place;
  readonly componentArn: ComponentArn;
  /** Returns the ARN of a KMS key in the region of the recipe. */
  readonly keyArn: (key: KmsKey) => string;
  readonly dependsOn?: ITerraformDependable[];
}

/** An immutable image recipe. A change creates a new version first, and deletes the old version after the pipeline has switched. */
export class ImageRecipe extends Construct {
  readonly arn: string;
  readonly resource: ITerraformDependable;
  /** Id of the parent AMI. Undefined if the parent is not looked up. */
  readonly lookedUpParent?: string;

  constructor(scope: Construct, id: string, props: ImageRecipeProps) {
    super(scope, id);
    const { recipe } = props;
    const { parent } = recipe;
    const lookedUp =
      parent.from === "lookUp" ? new LookedUpAmi(this, "parent", terraformName(recipe.name), parent.lookUp) : undefined;
    const resource = new ImagebuilderImageRecipe(this, "resource", {
      name: literal(recipe.recipeName),
      version: recipe.version,
      description: optionalLiteral(recipe.description),
      parentImage: lookedUp?.id ?? literal(parentImage(parent, props.place)),
      component: recipeComponents(recipe.components, props.componentArn, props.place),
      blockDeviceMapping: blockDeviceMappings(recipe.volumes, props.keyArn),
      workingDirectory: optionalLiteral(recipe.workingDirectory),
      userDataBase64: recipe.userData === undefined ? undefined : Buffer.from(recipe.userData).toString("base64"),
      // Written only if set: Windows recipes do not allow it, not even with the default. A change creates a new version, so no old value remains.
      systemsManagerAgent:
        recipe.removeSsmAgent === undefined ? undefined : { uninstallAfterBuild: recipe.removeSsmAgent },
      tags: literals(recipe.tags),
      // Only a new version replaces a recipe. This version is immutable in AWS, even if there is a newer AMI by now.
      lifecycle: { createBeforeDestroy: true, ...(lookedUp && { ignoreChanges: ["parent_image"] }) },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(recipe.name));
    this.arn = resource.arn;
    this.resource = resource;
    this.lookedUpParent = lookedUp?.id;
  }
}
