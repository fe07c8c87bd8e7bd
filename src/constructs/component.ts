import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import { join } from "node:path";

import type { Component as ComponentModel } from "../factory/image-factory";
import type { DocumentBucket } from "./document-bucket";
import { filled, literal, optionalLiteral } from "./terraform-literal";

export interface ComponentProps {
  readonly component: ComponentModel;
  /** Absolute path of the project folder; the document is copied beside the generated JSON. */
  readonly root: string;
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

    const object = new S3Object(this, "object", {
      bucket: bucket.bucketName,
      key: `components/${component.name}/${component.sha256}.yaml`,
      ...this.contentOf(component, props.root),
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
      supportedOsVersions: filled(component.supportedOsVersions),
      uri: `s3://${object.bucket}/${object.key}`,
      skipDestroy: component.retain ? true : undefined,
      lifecycle: { createBeforeDestroy: true },
    });
    resource.overrideLogicalId(component.name);
    this.arn = resource.arn;
  }

  private contentOf({ content, sha256 }: ComponentModel, root: string): { source: string } | { content: string } {
    if ("text" in content) return { content: literal(content.text) };
    const path = join(root, content.file);
    return { source: new TerraformAsset(this, "document", { path, type: AssetType.FILE, assetHash: sha256 }).path };
  }
}
