import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { Labels } from "./labels";

/** A pipeline of an image or container, which starts builds on a schedule or manually. */
export interface ImagePipeline<
  Target extends Distribution | ContainerDistribution = Distribution | ContainerDistribution,
> extends Labels {
  /** Name in Terraform, unique in the stack. */
  readonly id: string;
  /** Key of a further pipeline of an image or container. Undefined for the main pipeline. */
  readonly key?: string;
  readonly settings: BuildSettings<Target>;
  /** Default: a new pipeline is enabled, and Terraform does not change the status of an existing pipeline. */
  readonly enabled?: boolean;
  /** Undefined: the pipeline runs only when somebody starts it. */
  readonly schedule?: {
    readonly expression: string;
    readonly timezone: string;
    readonly startCondition: StartCondition;
  };
}

type StartCondition = "EXPRESSION_MATCH_ONLY" | "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";
