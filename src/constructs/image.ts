import { ImagebuilderImage } from "@cdktf/provider-aws/lib/imagebuilder-image";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Tags } from "../factory/tags";
import { terraformName } from "../factory/terraform-name";
import { imageBuild, type ImageBuildProps } from "./image-build";
import { literals } from "./terraform-literal";

export type ImageProps = ImageBuildProps & {
  /** Name of the image or container; address in Terraform. */
  readonly name: string;
  readonly tags: Tags;
  /** Hours that Terraform waits until the image is built, tested and distributed. */
  readonly timeoutHours: number;
  /** The images it stands on among them, for a parent is named by wildcard. */
  readonly dependsOn?: ITerraformDependable[];
};

/**
 * An image that is built while Terraform waits. All of it is immutable but its tags: a new version of the recipe, or another workflow, test or
 * scan, is another image.
 *
 * The new one is made before the old one goes. Where a build fails, the old image is still there, for instances and for the images that stand
 * on it; the other way round there would be none for as long as a build takes, and after a failure none at all.
 *
 * What goes is Image Builder's record alone: DeleteImage leaves AMIs, snapshots and container images as they are, and lifecycle policies, which
 * go by these records, do not find them any more. Source: Image Builder API Reference, DeleteImage.
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
