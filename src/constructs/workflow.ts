import { ImagebuilderWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-workflow";
import { Construct } from "constructs";

import { withoutSpaces } from "../aws/resource-name";
import type { Workflow as WorkflowModel } from "../factory/published-document";
import { addressable, terraformName } from "../factory/terraform-name";
import type { DocumentBucket } from "./document-bucket";
import { publishDocument } from "./publish-document";
import { literal, literals, optionalLiteral } from "./terraform-literal";

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
    const { workflow, root, bucket } = props;
    const { uri, data } = publishDocument(this, {
      // The prefix avoids the addresses of components, whose objects have the same Terraform type.
      address: addressable(`workflow-${withoutSpaces(workflow.id)}`),
      key: `workflows/${withoutSpaces(workflow.id)}/${workflow.sha256}.yaml`,
      content: { file: workflow.file },
      sha256: workflow.sha256,
      contentType: "application/yaml",
      root,
      bucket,
    });
    const resource = new ImagebuilderWorkflow(this, "resource", {
      name: literal(workflow.name),
      version: workflow.version,
      type: workflow.type,
      description: optionalLiteral(workflow.description),
      changeDescription: optionalLiteral(workflow.changeDescription),
      kmsKeyId: workflow.kmsKey,
      tags: literals(workflow.tags),
      uri,
      data,
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["uri", "data", "description"] },
    });
    resource.overrideLogicalId(terraformName(workflow.id));
    this.arn = resource.arn;
  }
}
