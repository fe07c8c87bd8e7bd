import type { VersionLine } from "../directives/directives";
import type { NeededPermission } from "./needed-permissions";

/** What other parts need to know of a workflow document. */
export interface WorkflowDocument {
  readonly kind: "workflow";
  readonly name?: string;
  readonly description?: string;
  readonly parameters: readonly WorkflowParameter[];
  readonly steps: readonly WorkflowStep[];
  readonly needs: readonly NeededPermission[];
  /** Version line from the directive `@version`. Default: that of the project. */
  readonly line?: VersionLine;
  readonly text: string;
}

export interface WorkflowParameter {
  readonly name: string;
  /** As written; Image Builder takes a parameter without one for a string. */
  readonly type: string;
  /** Without one, whoever uses the workflow has to give a value. */
  readonly hasDefault: boolean;
}

export interface WorkflowStep {
  readonly name: string;
  readonly action: string;
  /** Whether it has a condition, and so may be left out. */
  readonly isConditional: boolean;
}
