import type { TerraformStack } from "cdktf";

import { arnName } from "../src/aws/resource-name";
import { Component } from "../src/constructs/component";
import type { DocumentBucket } from "../src/constructs/document-bucket";
import { literal } from "../src/constructs/terraform-literal";
import { Workflow } from "../src/constructs/workflow";
import type { ImageFactory } from "../src/factory/image-factory";
import { checked } from "../src/model/checked";
import { arnOf } from "../src/model/reference";

/** The component and workflow documents that a stack publishes, by how definitions name them. */
export interface PublishedDocuments {
  readonly componentArn: (document: string, version: string) => string;
  readonly workflowArn: (document: string) => string;
}

/** @param root absolute path of the project folder, where the documents are */
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
      // One of an older version stands in AWS, and is none of this stack any longer. As the AWS provider writes it: with the build version.
      const name = arnName(names.component(document));
      return literal(arnOf({ from: "own", type: "component", name, version: `${version}/1` }, place));
    },
    workflowArn: (document) => checked(workflowArns.get(document), `workflow "${document}"`),
  };
}
