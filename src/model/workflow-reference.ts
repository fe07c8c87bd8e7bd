import type { ManagedWorkflowName } from "../aws/managed-workflows";
import type { ProjectDocument } from "./component-reference";
import type { ArnReference, AwsReference } from "./reference";

/** A workflow of a pipeline in a definition, with its settings. */
export type WorkflowReference = (ProjectDocument | AwsWorkflow | ArnReference) & {
  readonly parameters: Readonly<Record<string, string>>;
  /** What happens to the other test workflows when this workflow fails. Default: the default of Image Builder. */
  readonly onFailure?: "continue" | "abort";
  /** Test workflows of the same group run in parallel. */
  readonly parallelGroup?: string;
};

/** A workflow that AWS manages. Image Builder accepts only its newest version. */
export interface AwsWorkflow extends AwsReference {
  readonly name: ManagedWorkflowName;
}
