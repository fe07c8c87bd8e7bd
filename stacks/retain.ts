import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Aspects, TerraformResource, type TerraformStack } from "cdktf";

import type { Retention } from "../src/factory/retention";
import { terraformConstraint } from "../src/factory/terraform-versions";
import { createdTypes } from "../src/versions/environment-entry";

/**
 * Protects the resources of a stack that hold data: sets whether they are emptied when they are destroyed, or, for old Terraform versions, that they
 * cannot be destroyed. Also sets the required Terraform version.
 *
 * @param oldest oldest Terraform version that supports the state blocks of the stack; undefined if there are none
 */
export function retain(
  stack: TerraformStack,
  { emptied, preventDestroy, terraformVersion }: Retention,
  oldest: string | undefined,
): void {
  const required = [
    ...(oldest === undefined ? [] : [`>= ${oldest}`]),
    ...(terraformVersion === undefined ? [] : [terraformConstraint(terraformVersion)]),
  ];
  if (required.length > 0) stack.addOverride("terraform.required_version", required.join(", "));
  Aspects.of(stack).add({
    visit: (node) => {
      if (!(node instanceof TerraformResource) || !(node.terraformResourceType in createdTypes)) return;
      if (preventDestroy) node.lifecycle = { ...node.lifecycle, preventDestroy: true };
      if (!emptied) return;
      if (node instanceof S3Bucket) node.forceDestroy = true;
      if (node instanceof EcrRepository) node.forceDelete = true;
    },
  });
}
