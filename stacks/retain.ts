import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Aspects, TerraformResource, type TerraformStack } from "cdktf";

import type { Retention } from "../src/factory/retention";
import { terraformConstraint } from "../src/factory/terraform-versions";
import { createdTypes } from "../src/versions/environment-entry";

/**
 * Guards what holds data in a stack as its environment wants it: to be emptied when it goes, or, by old Terraform, not to go at all.
 *
 * @param oldest Terraform that takes the blocks of the stack
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
