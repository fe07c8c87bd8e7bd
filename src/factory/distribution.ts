import type { KmsKey } from "../model/recipe";
import type { Labels } from "./labels";
import type { Tags } from "./tags";

/** Where AMIs or container images go, region by region. */
export interface DistributionConfiguration<Target extends Distribution | ContainerDistribution> extends Labels {
  /** Address in Terraform; unique in the stack. */
  readonly id: string;
  readonly targets: readonly Target[];
}

/** One region that receives the AMI. */
export interface Distribution {
  readonly region: string;
  /** Holds {{ imagebuilder:buildDate }}; absent: the name of the recipe and the time. */
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
    /** Name of a role. */
    readonly role: string;
  };
}

/** Who may launch an AMI. */
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
  /** Snapshots kept ready. */
  readonly snapshots: number;
}

/** One region that receives the container image. */
export interface ContainerDistribution {
  readonly region: string;
  readonly repository: string;
  readonly tags: readonly string[];
  readonly description?: string;
}
