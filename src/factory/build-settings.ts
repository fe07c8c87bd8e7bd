import type { WorkflowReference } from "../model/workflow-reference";
import type { ContainerDistribution, Distribution, DistributionConfiguration } from "./distribution";
import type { Infrastructure } from "./infrastructure";

/** How an image or container is built and where it goes: what each of its pipelines has, and the image that Terraform itself builds. */
export interface BuildSettings<
  Target extends Distribution | ContainerDistribution = Distribution | ContainerDistribution,
> {
  readonly infrastructure: Infrastructure;
  /** Absent: the AMI stays where it is built, and the container image goes to the repository of its recipe. */
  readonly distribution?: DistributionConfiguration<Target>;
  readonly tests: { readonly enabled: boolean; readonly timeoutMinutes: number };
  readonly enhancedMetadata: boolean;
  readonly scanning: { readonly enabled: boolean; readonly ecr?: EcrScanning };
  readonly workflows: readonly WorkflowReference[];
  /** Whether Image Builder has to assume the environment's execution role: for workflows, SSM parameters and EC2 Fast Launch. */
  readonly needsExecutionRole: boolean;
}

/** What Amazon Inspector scans of a container. */
interface EcrScanning {
  readonly repository: string;
  readonly tags: readonly string[];
}
