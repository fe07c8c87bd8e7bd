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
export interface Distribution {
  readonly region: string;
  /** Contains {{ imagebuilder:buildDate }}. Default: Image Builder uses the name of the recipe and the time. */
  readonly amiName?: string;
  readonly description?: string;
  readonly amiTags: Tags;
  readonly share: Share;
  readonly copyToAccounts: readonly string[];
  readonly kmsKey?: KmsKey;
  readonly ssmParameters: readonly { readonly name: string; readonly account?: string; readonly dataType: string }[];
  readonly launchTemplates: readonly { readonly id: string; readonly account?: string; readonly setDefault: boolean }[];
  readonly fastLaunch: readonly FastLaunch[];
  /** ARNs of license configurations. */
  readonly licenses: readonly string[];
  readonly export?: {
    readonly bucket: string;
    readonly prefix?: string;
    readonly format: "VMDK" | "RAW" | "VHD";
    /** Name of the role for the export. */
    readonly role: string;
  };
}

/** The launch permission of an AMI. */
export interface Share {
  readonly public: boolean;
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
  readonly organizationalUnits: readonly string[];
}

export interface FastLaunch {
  readonly account: string;
  readonly launchTemplate?: { readonly id?: string; readonly name?: string; readonly version: string };
  readonly maxParallelLaunches: number;
  /** Number of snapshots that are kept ready. */
  readonly snapshots: number;
}

/** A region that receives the container image, with its settings there. */
export interface ContainerDistribution {
  readonly region: string;
  readonly repository: string;
  readonly tags: readonly string[];
  readonly description?: string;
}
