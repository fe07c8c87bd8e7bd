import type { ManagedImageName } from "../aws/managed-images";
import type { Platform } from "../documents/component-document";
import type { AmiLookUp } from "./look-up";
import type { ArnReference } from "./reference";

type Architecture = "x86_64" | "arm64";

/** What an image is built from, and what its definition says of it. */
export type ImageParent = (
  | { readonly from: "os"; readonly os: ManagedImageName; readonly version: string }
  | SsmParent
  /** AMI ids by region. */
  | { readonly from: "amis"; readonly amis: Readonly<Record<string, string>> }
  /** One that is looked up. */
  | { readonly from: "ami"; readonly ami: AmiLookUp }
  | ProjectParent
  | ArnReference
  | MarketplaceParent
) & {
  readonly platform?: Platform;
  readonly architecture?: Architecture;
  readonly rootDevice?: string;
};

/** What a container is built from, and what its definition says of it. */
export type ContainerParent = (RegistryParent | ProjectParent | ArnReference) & {
  readonly platform: "Linux" | "Windows";
  readonly architecture?: Architecture;
};

export type Parent = ImageParent | ContainerParent;

/** An SSM parameter that holds an AMI id, by its name or ARN, without `ssm:` before it. */
export interface SsmParent {
  readonly from: "ssm";
  readonly parameter: string;
}

/** Another image or container of this project: its newest build. */
export interface ProjectParent {
  readonly from: "project";
  readonly name: string;
}

/** A product id of AWS Marketplace. */
export interface MarketplaceParent {
  readonly from: "marketplace";
  readonly product: string;
}

/** A container image of Docker Hub or Amazon ECR. */
export interface RegistryParent {
  readonly from: "registry";
  readonly image: string;
}

/** The name of the image or container of this project that one with this parent stands on. */
export function standsOn(parent: Parent | undefined): string | undefined {
  return parent?.from === "project" ? parent.name : undefined;
}
