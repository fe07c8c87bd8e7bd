import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { Labels } from "./labels";

/** What starts builds of an image or container, by schedule or by hand. */
export interface ImagePipeline<
  Target extends Distribution | ContainerDistribution = Distribution | ContainerDistribution,
> extends Labels {
  /** Address in Terraform; unique in the stack. */
  readonly id: string;
  /** Name among the further pipelines of an image or container; absent for its own. */
  readonly key?: string;
  readonly settings: BuildSettings<Target>;
  /** Absent: a new one may run, and Terraform leaves the status of one that exists alone. */
  readonly enabled?: boolean;
  /** Absent: the pipeline runs only when somebody starts it. */
  readonly schedule?: {
    readonly expression: string;
    readonly timezone: string;
    readonly startCondition: StartCondition;
  };
}

type StartCondition = "EXPRESSION_MATCH_ONLY" | "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";
