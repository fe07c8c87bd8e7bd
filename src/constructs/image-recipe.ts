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
  /** ARN of a key in the region of the recipe. */
  readonly keyArn: (key: KmsKey) => string;
  readonly dependsOn?: ITerraformDependable[];
}

/** An immutable image recipe. A changed one gets a new version, is made first, and the old one goes once the pipeline has let go of it. */
export class ImageRecipe extends Construct {
  readonly arn: string;
  readonly resource: ITerraformDependable;
  /** The AMI that is the parent by look-up, where it is. */
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
      // Only where it is asked for: recipes for Windows may not have it, not even with the default. A change is a new version, so nothing sticks.
      systemsManagerAgent:
        recipe.removeSsmAgent === undefined ? undefined : { uninstallAfterBuild: recipe.removeSsmAgent },
      tags: literals(recipe.tags),
      // The version alone replaces a recipe: AWS has this one already, whatever AMI is the newest by now.
      lifecycle: { createBeforeDestroy: true, ...(lookedUp && { ignoreChanges: ["parent_image"] }) },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(recipe.name));
    this.arn = resource.arn;
    this.resource = resource;
    this.lookedUpParent = lookedUp?.id;
  }
}
