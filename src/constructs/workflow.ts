import { ImagebuilderWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-workflow";
import { Construct } from "constructs";

import type { Workflow as WorkflowModel } from "../factory/published-document";
import { terraformName } from "../factory/terraform-name";
import { documentArguments } from "./document-arguments";
import type { DocumentBucket } from "./document-bucket";

export interface WorkflowProps {
  readonly workflow: WorkflowModel;
  /** Absolute path of the project folder. The document is copied beside the generated JSON. */
  readonly root: string;
  readonly bucket: DocumentBucket;
}

/**
 * An immutable workflow with its document, in S3 or inline. A change creates a new version, and deletes the old version after all pipelines have
 * switched.
 *
 * Only a new version replaces the workflow, as with `Component`.
 */
export class Workflow extends Construct {
  /** ARN of the build version of the workflow, `…:workflow/<type>/<name>/<version>/<build>`. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const { workflow, ...place } = props;
    const resource = new ImagebuilderWorkflow(this, "resource", {
      ...documentArguments(this, "workflow", workflow, place),
      type: workflow.type,
    });
    resource.overrideLogicalId(terraformName(workflow.id));
    this.arn = resource.arn;
  }
}
