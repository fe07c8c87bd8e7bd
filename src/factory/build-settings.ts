import type { WorkflowReference } from "../model/workflow-reference";
import type { ContainerDistribution, Distribution, DistributionConfiguration } from "./distribution";
import type { Infrastructure } from "./infrastructure";

/** Settings of a build: of each pipeline of an image or container, and of the image that Terraform builds. */
export interface BuildSettings<
  Target extends Distribution | ContainerDistribution = Distribution | ContainerDistribution,
> {
  readonly infrastructure: Infrastructure;
  /** Undefined: the AMI stays in the build region, and the container image goes to the repository of its recipe. */
  readonly distribution?: DistributionConfiguration<Target>;
  readonly tests: { readonly enabled: boolean; readonly timeoutMinutes: number };
  readonly enhancedMetadata: boolean;
  readonly scanning: { readonly enabled: boolean; readonly ecr?: EcrScanning };
  readonly workflows: readonly WorkflowReference[];
  /** True if Image Builder has to assume the environment's execution role: for workflows, SSM parameters and EC2 Fast Launch. */
  readonly needsExecutionRole: boolean;
}

/** The repository and tags for which Amazon Inspector scans a container image. */
interface EcrScanning {
  readonly repository: string;
  readonly tags: readonly string[];
}
