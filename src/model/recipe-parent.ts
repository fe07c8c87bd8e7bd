import type { Place } from "../aws/place";
import { arnName } from "../aws/resource-name";
import { type AmiLookUp, lookUpInWords } from "./look-up";
import type { MarketplaceParent, ProjectParent, RegistryParent, SsmParent } from "./parent";
import { arnOf, type ArnReference, type AwsReference, type OwnReference, withoutPlace } from "./reference";

/** The parent of a recipe in one environment. */
export type RecipeParent =
  | AwsReference
  | ArnReference
  | SsmParent
  | MarketplaceParent
  | RegistryParent
  | { readonly from: "ami"; readonly ami: string }
  | LookedUpParent
  /** An image or container of this project. `recipeName` is the name of its recipe in AWS. */
  | (ProjectParent & { readonly recipeName: string });

/** An AMI that Terraform looks up during the plan. */
export interface LookedUpParent {
  readonly from: "lookUp";
  readonly lookUp: AmiLookUp;
}

/** Returns the value of API field `parentImage` of CreateImageRecipe and CreateContainerRecipe. For a look-up, returns its description. */
export function parentImage(parent: RecipeParent, place: Place): string {
  switch (parent.from) {
    case "project":
      return arnOf(newestOf(parent.recipeName), place);
    case "aws":
    case "arn":
      return arnOf(parent, place);
    case "ami":
      return parent.ami;
    case "lookUp":
      return `newest AMI of ${lookUpInWords(parent.lookUp)}`;
    case "ssm":
      return `ssm:${parent.parameter}`;
    case "marketplace":
      return parent.product;
    case "registry":
      return parent.image;
  }
}

/** Returns the parent for the digest of a recipe: without account and region, and with the file name of a parent of this project. */
export function parentWithoutPlace(parent: RecipeParent, place: Place): string | AmiLookUp {
  if (parent.from === "lookUp") return parent.lookUp;
  if (parent.from === "project") return withoutPlace(newestOf(parent.name), place);
  return parent.from === "aws" || parent.from === "arn" ? withoutPlace(parent, place) : parentImage(parent, place);
}

/** Returns a reference with a wildcard version, so that a recipe follows the newest build of its parent, whatever the version. */
function newestOf(name: string): OwnReference {
  return { from: "own", type: "image", name: arnName(name), version: "x.x.x" };
}
