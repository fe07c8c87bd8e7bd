import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";

import type { Component as ComponentModel } from "../factory/image-factory";
import type { DocumentBucket } from "./document-bucket";
import { optionalLiteral } from "./terraform-literal";

export interface ComponentProps {
  readonly component: ComponentModel;
  /** The document, as an absolute path; it is copied beside the generated JSON. */
  readonly documentPath: string;
  readonly bucket: DocumentBucket;
}

/**
 * An immutable component: its document as an S3 object under a key that holds the document's SHA-256, and the component made from it.
 * Nothing of the document passes through Terraform's templates, and a changed document is a changed `uri`, which Terraform sees.
 */
export class Component extends Construct {
  /** ARN of the component's build version. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ComponentProps) {
    super(scope, id);
    const { component, bucket } = props;

    const asset = new TerraformAsset(this, "document", {
      path: props.documentPath,
      type: AssetType.FILE,
      assetHash: component.sha256,
    });
    const object = new S3Object(this, "object", {
      bucket: bucket.bucketName,
      key: `components/${component.name}/${component.sha256}.yaml`,
      source: asset.path,
      contentType: "application/yaml",
      // A replaced component still points at the old object until it is gone itself.
      lifecycle: { createBeforeDestroy: true },
      dependsOn: bucket.settings,
    });
    object.overrideLogicalId(component.name);

    const resource = new ImagebuilderComponent(this, "resource", {
      name: component.name,
      version: component.version,
      platform: component.platform,
      description: optionalLiteral(component.description),
      uri: `s3://${object.bucket}/${object.key}`,
      skipDestroy: component.retain ? true : undefined,
      lifecycle: { createBeforeDestroy: true },
    });
    resource.overrideLogicalId(component.name);
    this.arn = resource.arn;
  }
}
