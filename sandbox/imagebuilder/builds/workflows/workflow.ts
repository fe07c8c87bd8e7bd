import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import type { Fields } from "../../fields";

/** A step of a workflow document, with the service's defaults. */
export interface WorkflowStep {
  readonly name: string;
  readonly action: string;
  readonly description?: string;
  readonly if?: unknown;
  readonly inputs: Fields;
  readonly onFailure: "Abort" | "Continue";
  readonly rollbackEnabled: boolean;
  readonly timeoutSeconds: number;
}

/** A workflow of an image, with its parameters. */
export interface Workflow {
  readonly arn: string;
  readonly type: WorkflowType;
  readonly steps: readonly WorkflowStep[];
  /** Outputs that later workflows can read as `$.workflowOutputs.<name>`: paths by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Values by name. Those of the image override the defaults of the document. */
  readonly parameters: Fields;
  readonly parallelGroup?: string;
  /** Whether a failure aborts the other workflows, from the image's workflow configuration. */
  readonly onFailure: "ABORT" | "CONTINUE";
}
