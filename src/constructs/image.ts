import { ImagebuilderImage } from "@cdktf/provider-aws/lib/imagebuilder-image";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Tags } from "../factory/tags";
import { terraformName } from "../factory/terraform-name";
import { imageBuild, type ImageBuildProps } from "./image-build";
import { literals } from "./terraform-literal";

export type ImageProps = ImageBuildProps & {
  /** Name of the image or container, and address in Terraform. */
  readonly name: string;
  readonly tags: Tags;
  /** Maximum hours that Terraform waits until the image is built, tested and distributed. */
  readonly timeoutHours: number;
  /** Dependencies, including the parent image: recipes refer to it with a wildcard version, which Terraform cannot follow. */
  readonly dependsOn?: ITerraformDependable[];
};

/**
 * An image that is built while Terraform waits. Only its tags can be changed in place: a new recipe version, or a change of workflows, tests or
 * scans, builds a new image.
 *
 * The new image is created before the old one is destroyed. If the build fails, instances and derived images can still use the old image.
 *
 * Terraform destroys only the record of the image in Image Builder: DeleteImage keeps AMIs, snapshots and container images. Lifecycle policies
 * use these records and thus no longer find the AMIs. Source: Image Builder API Reference, DeleteImage.
 */
export class Image extends Construct {
  readonly arn: string;
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ImageProps) {
    super(scope, id);
    const resource = new ImagebuilderImage(this, "resource", {
      ...imageBuild(props),
      tags: literals(props.tags),
      timeouts: { create: `${props.timeoutHours}h` },
      lifecycle: { createBeforeDestroy: true },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(props.name));
    this.arn = resource.arn;
    this.resource = resource;
  }
}
