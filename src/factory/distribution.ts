import type { Distribution as WrittenDistribution } from "../definitions/schema/distribution";
import type { KmsKey } from "../model/recipe";
import type { Labels } from "./labels";
import type { Tags } from "./tags";

/** A distribution configuration: the regions that receive AMIs or container images. */
export interface DistributionConfiguration<Target extends Distribution | ContainerDistribution> extends Labels {
  /** Name in Terraform, unique in the stack. */
  readonly id: string;
  readonly targets: readonly Target[];
}

/** A region that receives the AMI, with its settings there. */
export interface Distribution extends Pick<
  WrittenDistribution,
  "region" | "description" | "share" | "ssmParameters" | "launchTemplates" | "licenses" | "export"
> {
  /** Contains {{ imagebuilder:buildDate }}. Default: Image Builder uses the name of the recipe and the time. */
  readonly amiName?: string;
  readonly amiTags: Tags;
  readonly copyToAccounts: readonly string[];
  readonly kmsKey?: KmsKey;
  readonly fastLaunch: readonly FastLaunch[];
}

/** The launch permission of an AMI. */
export type Share = Distribution["share"];

/** The settings of EC2 Fast Launch, with the account that owns the AMI. */
export type FastLaunch = WrittenDistribution["fastLaunch"][number] & { readonly account: string };

/** A region that receives the container image, with its settings there. */
export interface ContainerDistribution {
  readonly region: string;
  readonly repository: string;
  readonly tags: readonly string[];
  readonly description?: string;
}
