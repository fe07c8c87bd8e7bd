import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { Construct } from "constructs";

import { withoutSpaces } from "../aws/resource-name";
import { nonEmpty } from "../collections/non-empty";
import type { Component as ComponentModel } from "../factory/published-document";
import { terraformName } from "../factory/terraform-name";
import type { DocumentBucket } from "./document-bucket";
import { publishDocument } from "./publish-document";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface ComponentProps {
  readonly component: ComponentModel;
  /** Absolute path of the project folder. The document is copied beside the generated JSON. */
  readonly root: string;
  readonly bucket: DocumentBucket;
}

/**
 * An immutable component with its document, in S3 or inline.
 *
 * Only a new version replaces the component. AWS reads the document only when the version is created, so a change of the bucket replaces nothing.
 * A changed document always has a new version, because the lock assigns it.
 */
export class Component extends Construct {
  /** ARN of the build version of the component. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ComponentProps) {
    super(scope, id);
    const { component, root, bucket } = props;
    const { uri, data } = publishDocument(this, {
      address: terraformName(component.id),
      key: `components/${withoutSpaces(component.id)}/${component.sha256}.yaml`,
      content: component.content,
      sha256: component.sha256,
      contentType: "application/yaml",
      root,
      bucket,
    });
    const resource = new ImagebuilderComponent(this, "resource", {
      name: literal(component.name),
      version: component.version,
      platform: component.platform,
      description: optionalLiteral(component.description),
      changeDescription: optionalLiteral(component.changeDescription),
      kmsKeyId: component.kmsKey,
      supportedOsVersions: nonEmpty(component.supportedOsVersions.map(literal)),
      uri,
      data,
      tags: literals(component.tags),
      skipDestroy: component.retain ? true : undefined,
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["uri", "data", "description"] },
    });
    resource.overrideLogicalId(terraformName(component.id));
    this.arn = resource.arn;
  }
}
