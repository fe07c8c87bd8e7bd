import type { ManagedWorkflowName } from "../aws/managed-workflows";

/** A workflow of a pipeline, as definitions name it, and how it runs. */
export type WorkflowReference =
  /** A document by its path below workflows/, without .yaml. */
  (
    | { readonly from: "project"; readonly document: string }
    /** A workflow that AWS manages, in its newest version. */
    | { readonly from: "aws"; readonly name: ManagedWorkflowName }
    | { readonly from: "arn"; readonly arn: string }
  ) & {
    readonly parameters: Readonly<Record<string, string>>;
    /** What happens to the other test workflows when this one fails; absent: as the service does by itself. */
    readonly onFailure?: "continue" | "abort";
    /** Test workflows of one group run side by side. */
    readonly parallelGroup?: string;
  };
