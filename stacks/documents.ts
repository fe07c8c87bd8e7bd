import type { TerraformStack } from "cdktf";

import { arnName } from "../src/aws/resource-name";
import { Component } from "../src/constructs/component";
import type { DocumentBucket } from "../src/constructs/document-bucket";
import { literal } from "../src/constructs/terraform-literal";
import { Workflow } from "../src/constructs/workflow";
import type { ImageFactory } from "../src/factory/image-factory";
import { arnOf } from "../src/model/reference";
import { required } from "../src/model/required";

/** ARNs of the components and workflows that a stack publishes, by document. */
export interface PublishedDocuments {
  readonly componentArn: (document: string, version: string) => string;
  readonly workflowArn: (document: string) => string;
}

/** Creates the components and workflows of a stack. @param root absolute path of the project folder, which contains the documents */
export function createDocuments(
  stack: TerraformStack,
  { components, workflows, names, place }: ImageFactory,
  root: string,
  bucket: DocumentBucket,
): PublishedDocuments {
  const published = new Map(
    components.map((component) => {
      const { arn } = new Component(stack, `component-${component.id}`, { component, root, bucket });
      return [component.document, { arn, version: component.version }] as const;
    }),
  );
  const workflowArns = new Map(
    workflows.map((workflow) => {
      const { arn } = new Workflow(stack, `workflow-${workflow.id}`, { workflow, root, bucket });
      return [workflow.document, arn] as const;
    }),
  );
  return {
    componentArn: (document, version) => {
      const current = published.get(document);
      if (current?.version === version) return current.arn;
      // Older versions exist in AWS but are no longer in this stack. Their ARNs contain the build version, like those of the AWS provider.
      const name = arnName(names.component(document));
      return literal(arnOf({ from: "own", type: "component", name, version: `${version}/1` }, place));
    },
    workflowArn: (document) => required(workflowArns.get(document), `workflow "${document}"`),
  };
}
