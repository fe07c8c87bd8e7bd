import type { Platform } from "../../aws/platform";
import type { Fields } from "../reading/fields";

/** Workflow types of Image Builder: the stage of a build in which a workflow runs. */
export const workflowTypes = ["BUILD", "TEST", "DISTRIBUTION"] as const;
export type WorkflowType = (typeof workflowTypes)[number];

/**
 * A step action of a workflow, as Image Builder documents it.
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html
 */
export interface WorkflowAction {
  readonly name: string;
  /** Types of workflow in which the action is allowed. */
  readonly types: readonly WorkflowType[];
  /** Platforms of the instance on which the action works. Default: all. */
  readonly platforms?: readonly Platform[];
  readonly inputs: Fields;
  /** Outputs that later steps can read as `$.stepOutputs.<step>.<output>`. */
  readonly outputs: readonly string[];
  /** Maximum of `timeoutSeconds`. */
  readonly maxTimeout: number;
  /** Timeout of a step without `timeoutSeconds`, in seconds. */
  readonly defaultTimeout: number;
}

/** A step action without its name. Default: it is allowed in workflows of all types and has no outputs. */
export type DescribedAction = Omit<WorkflowAction, "name" | "types" | "outputs"> &
  Partial<Pick<WorkflowAction, "types" | "outputs">>;
