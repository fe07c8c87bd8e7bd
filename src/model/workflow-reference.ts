import type { ManagedWorkflowName } from "../aws/managed-workflows";
import type { ProjectDocument } from "./component-reference";
import type { ArnReference, AwsReference } from "./reference";

/** A workflow of a pipeline, as definitions name it, and how it runs. */
export type WorkflowReference = (ProjectDocument | AwsWorkflow | ArnReference) & {
  readonly parameters: Readonly<Record<string, string>>;
  /** What happens to the other test workflows when this one fails; absent: as the service does by itself. */
  readonly onFailure?: "continue" | "abort";
  /** Test workflows of one group run side by side. */
  readonly parallelGroup?: string;
};

/** A workflow that AWS manages: the service takes its newest version alone. */
export interface AwsWorkflow extends AwsReference {
  readonly name: ManagedWorkflowName;
}
