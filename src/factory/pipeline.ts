import type { WorkflowReference } from "../model/workflow-reference";
import type { Tags } from "./tags";

export interface ImagePipeline {
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  /** Absent: a new one may run, and Terraform leaves the status of one that exists alone. */
  readonly enabled?: boolean;
  /** Absent: the pipeline runs only when somebody starts it. */
  readonly schedule?: {
    readonly expression: string;
    readonly timezone: string;
    readonly startCondition: StartCondition;
  };
  readonly tests: { readonly enabled: boolean; readonly timeoutMinutes: number };
  readonly enhancedMetadata: boolean;
  readonly scanning: { readonly enabled: boolean; readonly ecr?: EcrScanning };
  readonly workflows: readonly WorkflowReference[];
  /** Whether Image Builder has to assume the environment's execution role: for workflows, SSM parameters and EC2 Fast Launch. */
  readonly needsExecutionRole: boolean;
  /** Hours that Terraform waits for an image of each new version; absent where it builds none. */
  readonly buildOnDeployHours?: number;
  readonly tags: Tags;
}

type StartCondition = "EXPRESSION_MATCH_ONLY" | "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";

/** What Amazon Inspector scans of a container. */
interface EcrScanning {
  readonly repository: string;
  readonly tags: readonly string[];
}
