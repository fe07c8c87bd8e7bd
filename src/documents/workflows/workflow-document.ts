import type { VersionLine } from "../directives/directives";
import type { NeededPermission } from "./needed-permissions";

/** Parts of a workflow document that the rest of the project uses. */
export interface WorkflowDocument {
  readonly kind: "workflow";
  readonly description?: string;
  readonly parameters: readonly WorkflowParameter[];
  readonly steps: readonly WorkflowStep[];
  /** Names of the outputs. */
  readonly outputs: readonly string[];
  readonly needs: readonly NeededPermission[];
  /** Version line from the directive `@version`. Default: the version line of the project. */
  readonly line?: VersionLine;
}

export interface WorkflowParameter {
  readonly name: string;
  /** Type as written. Image Builder treats a parameter without a type as a string. */
  readonly type: string;
  /** Whether the parameter has a default. Without one, users of the workflow have to provide a value. */
  readonly hasDefault: boolean;
}

export interface WorkflowStep {
  readonly name: string;
  readonly action: string;
  /** Whether the step has a condition, so that it may be skipped. */
  readonly isConditional: boolean;
}
