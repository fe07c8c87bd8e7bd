import type { Place } from "../aws/place";
import { arnName } from "../aws/resource-name";
import { type AmiLookUp, lookUpInWords } from "./look-up";
import type { MarketplaceParent, ProjectParent, RegistryParent, SsmParent } from "./parent";
import { arnOf, type ArnReference, type AwsReference, type OwnReference, withoutPlace } from "./reference";

/** What a recipe is built from in one environment. */
export type RecipeParent =
  | AwsReference
  | ArnReference
  | SsmParent
  | MarketplaceParent
  | RegistryParent
  | { readonly from: "ami"; readonly ami: string }
  | LookedUpParent
  /** `recipeName`: what the recipe of that image or container is called in AWS. */
  | (ProjectParent & { readonly recipeName: string });

/** An AMI that Terraform looks up when it plans. */
export interface LookedUpParent {
  readonly from: "lookUp";
  readonly lookUp: AmiLookUp;
}

/** API field CreateImageRecipe.parentImage, and that of CreateContainerRecipe; of a look-up, what is looked for. */
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

/** The same without the account and region, and by the name of the file: what digests hold. */
export function parentWithoutPlace(parent: RecipeParent, place: Place): string | AmiLookUp {
  if (parent.from === "lookUp") return parent.lookUp;
  if (parent.from === "project") return withoutPlace(newestOf(parent.name), place);
  return parent.from === "aws" || parent.from === "arn" ? withoutPlace(parent, place) : parentImage(parent, place);
}

/** A wildcard: what stands on an image follows its newest build, whatever its version. */
function newestOf(name: string): OwnReference {
  return { from: "own", type: "image", name: arnName(name), version: "x.x.x" };
}
