import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { Construct } from "constructs";

import { nonEmpty } from "../collections/non-empty";
import type { Component as ComponentModel } from "../factory/published-document";
import { terraformName } from "../factory/terraform-name";
import { documentArguments } from "./document-arguments";
import type { DocumentBucket } from "./document-bucket";
import { literal } from "./terraform-literal";

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
    const { component, ...place } = props;
    const resource = new ImagebuilderComponent(this, "resource", {
      ...documentArguments(this, "component", component, place),
      platform: component.platform,
      supportedOsVersions: nonEmpty(component.supportedOsVersions.map(literal)),
      skipDestroy: component.retain ? true : undefined,
    });
    resource.overrideLogicalId(terraformName(component.id));
    this.arn = resource.arn;
  }
}
