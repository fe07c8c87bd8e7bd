import type { Platform } from "../component-document";
import type { Fields } from "../reading/fields";

/** Image Builder's workflow types: where a workflow runs in the making of an image. */
export const workflowTypes = ["BUILD", "TEST", "DISTRIBUTION"] as const;
export type WorkflowType = (typeof workflowTypes)[number];

/**
 * A step action of a workflow, as Image Builder documents it.
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html
 */
export interface WorkflowAction {
  readonly name: string;
  /** The types of workflow it may stand in. */
  readonly types: readonly WorkflowType[];
  /** The platforms of what it runs on the instance. Default: all. */
  readonly platforms?: readonly Platform[];
  readonly inputs: Fields;
  /** What later steps can read as `$.stepOutputs.<step>.<output>`. */
  readonly outputs: readonly string[];
  /** The most that `timeoutSeconds` may say. */
  readonly maxTimeout: number;
  /** The timeout of a step that says none, in seconds. */
  readonly defaultTimeout: number;
}

/** The same under its name. Default: it may stand in workflows of every type, and has no outputs. */
export type DescribedAction = Omit<WorkflowAction, "name" | "types" | "outputs"> &
  Partial<Pick<WorkflowAction, "types" | "outputs">>;
