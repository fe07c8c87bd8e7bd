import type { ManagedImageName } from "../aws/managed-images";
import type { Architecture, Platform } from "../aws/platform";
import type { AmiLookUp } from "./look-up";
import type { ArnReference } from "./reference";

/** The parent of an image, with the properties of the parent that its definition sets. */
export type ImageParent = (
  | { readonly from: "os"; readonly os: ManagedImageName; readonly version: string }
  | SsmParent
  /** An AMI id for each region. */
  | { readonly from: "amis"; readonly amis: Readonly<Record<string, string>> }
  /** An AMI that Terraform looks up. */
  | { readonly from: "ami"; readonly ami: AmiLookUp }
  | ProjectParent
  | ArnReference
  | MarketplaceParent
) & {
  readonly platform?: Platform;
  readonly architecture?: Architecture;
  readonly rootDevice?: string;
};

/** The parent of a container, with the properties of the parent that its definition sets. */
export type ContainerParent = (RegistryParent | ProjectParent | ArnReference) & {
  readonly platform: "Linux" | "Windows";
  readonly architecture?: Architecture;
};

export type Parent = ImageParent | ContainerParent;

/** An SSM parameter that contains an AMI id. `parameter` is its name or ARN, without the prefix `ssm:`. */
export interface SsmParent {
  readonly from: "ssm";
  readonly parameter: string;
}

/** The newest build of another image or container of this project. */
export interface ProjectParent {
  readonly from: "project";
  readonly name: string;
}

/** A product of AWS Marketplace, by its id. */
export interface MarketplaceParent {
  readonly from: "marketplace";
  readonly product: string;
}

/** A container image of Docker Hub or Amazon ECR. */
export interface RegistryParent {
  readonly from: "registry";
  readonly image: string;
}

/** Returns the name of the image or container of this project that is the parent, or undefined for any other parent. */
export function standsOn(parent: Parent | undefined): string | undefined {
  return parent?.from === "project" ? parent.name : undefined;
}
