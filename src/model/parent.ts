import type { ManagedImageName } from "../aws/managed-images";
import type { Platform } from "../documents/component-document";

type Architecture = "x86_64" | "arm64";

/** What an image is built from, and what its definition says of it. */
export type ImageParent = (
  | { readonly from: "os"; readonly os: ManagedImageName; readonly version: string }
  /** The name of a parameter, without `ssm:` before it. */
  | { readonly from: "ssm"; readonly parameter: string }
  /** AMI ids by region. */
  | { readonly from: "amis"; readonly amis: Readonly<Record<string, string>> }
  | ProjectParent
  | { readonly from: "arn"; readonly arn: string }
  /** A product id of AWS Marketplace. */
  | { readonly from: "marketplace"; readonly product: string }
) & {
  readonly platform?: Platform;
  readonly architecture?: Architecture;
  readonly rootDevice?: string;
};

/** What a container is built from, and what its definition says of it. */
export type ContainerParent = (
  { readonly from: "registry"; readonly image: string } | ProjectParent | { readonly from: "arn"; readonly arn: string }
) & {
  readonly platform: "Linux" | "Windows";
  readonly architecture?: Architecture;
};

export type Parent = ImageParent | ContainerParent;

/** Another image or container of this project: its newest build. */
export interface ProjectParent {
  readonly from: "project";
  readonly name: string;
}

/** The name of the image or container of this project that one with this parent stands on. */
export function standsOn(parent: Parent | undefined): string | undefined {
  return parent?.from === "project" ? parent.name : undefined;
}
