import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import { DataAwsLaunchTemplate } from "@cdktf/provider-aws/lib/data-aws-launch-template";
import type { TerraformStack } from "cdktf";

import { literal } from "../src/constructs/terraform-literal";
import type { ResolvedStack } from "../src/factory/resolved-stack";
import { forgottenSuffix } from "../src/versions/created-address";
import {
  type CreatedResource,
  type CreatedType,
  isDefined,
  keyRegion,
  typeOf,
} from "../src/versions/environment-entry";
import type { Providers } from "./provider";
import type { StateBlocks } from "./state-blocks";

/** Types of resources with the same name that are kept or destroyed together with a resource. */
const companions: Readonly<Record<CreatedType, readonly string[]>> = {
  aws_s3_bucket: [
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
  ],
  aws_kms_key: ["aws_kms_alias"],
  aws_ecr_repository: ["aws_ecr_lifecycle_policy"],
  aws_cloudwatch_log_group: [],
  aws_sns_topic: ["aws_sns_topic_policy"],
  aws_launch_template: [],
  aws_imagebuilder_image: [],
};

/**
 * Returns the blocks that remove kept resources from the state, and import resources that are defined again. The blocks are harmless if there is
 * nothing left to remove or import, so they stay as long as the lock remembers the resources.
 *
 * A kept bucket is removed together with the resources that protect it. A destroyed bucket keeps its protection to the end: only the protecting
 * resources are removed from the state, Terraform deletes the bucket with its content, and S3 deletes the protection with the bucket.
 */
export function createdBlocks(
  stack: TerraformStack,
  { created, place, addresses }: Pick<ResolvedStack, "created" | "place" | "addresses">,
  providers: Providers,
): StateBlocks {
  const inState = (address: string): string => addresses?.get(address) ?? address;
  const forgotten = [...created].flatMap(([address, each]) => forgottenWith(address, each)).map(inState);
  const imports = [...created]
    .flatMap(([address, each]) => (each.status === "imported" ? importsOf(stack, address, each, place, providers) : []))
    .map(({ to, id }) => ({ to: inState(to), id }));
  // Terraform needs a provider of the region to remove a resource from the state.
  for (const [address, { status }] of created)
    if (typeOf(address) === "aws_kms_key" && status === "kept") providers(keyRegion(address));
  const back = [...created]
    .flatMap(([address, { status, with: along }]) =>
      status === "imported" || status === "recreated" ? withCompanions(address, along) : [],
    )
    .map(inState);
  const moved = [
    ...forgotten.map((address) => ({ from: address, to: aside(address) })),
    // If an apply failed between the move and the removal, the resource is still at the temporary address.
    ...back.map((address) => ({ from: aside(address), to: address })),
  ];
  return { moved, removed: forgotten.map((address) => ({ from: aside(address) })), import: imports };
}

/**
 * Returns the temporary address from which Terraform removes a resource. At its own address, the removal would cause a cycle with dependent resources
 * that are replaced in the same apply: Terraform 1.11 orders removals like destructions, before the replacements are created. The dependencies in a
 * state do not follow a move.
 */
function aside(address: string): string {
  return `${address}${forgottenSuffix}`;
}

function forgottenWith(address: string, { status, with: along }: CreatedResource): string[] {
  const all = withCompanions(address, along);
  if (status === "kept") return all;
  return status === "destroyed" && typeOf(address) === "aws_s3_bucket" ? all.filter((each) => each !== address) : [];
}

/** Returns the default addresses of remembered resources that no definition contains any more, and of their companions. */
export function formerAddresses(created: ResolvedStack["created"]): readonly string[] {
  return [...created].flatMap(([address, each]) => (isDefined(each) ? [] : withCompanions(address, each.with)));
}

function withCompanions(address: string, along: readonly string[]): string[] {
  const type = typeOf(address);
  return [address, ...companions[type].map((each) => address.replace(type, each)), ...along];
}

function importsOf(
  stack: TerraformStack,
  address: string,
  { name }: CreatedResource,
  { partition, account, region }: ResolvedStack["place"],
  providers: Providers,
): StateBlocks["import"] {
  const type = typeOf(address);
  const label = address.slice(type.length + 1);
  switch (type) {
    case "aws_kms_key": {
      // The key id is only known in AWS. A data source finds it by alias.
      const data = new DataAwsKmsAlias(stack, `taken-back-${label}`, {
        name: literal(`alias/${name}`),
        provider: providers(keyRegion(address)),
      });
      data.overrideLogicalId(label);
      return [
        { to: address, id: data.targetKeyId },
        { to: `aws_kms_alias.${label}`, id: literal(`alias/${name}`) },
      ];
    }
    case "aws_launch_template": {
      const data = new DataAwsLaunchTemplate(stack, `taken-back-${label}`, { name: literal(name) });
      data.overrideLogicalId(label);
      return [{ to: address, id: data.id }];
    }
    case "aws_sns_topic":
      return [{ to: address, id: literal(`arn:${partition}:sns:${region}:${account}:${name}`) }];
    case "aws_s3_bucket":
    case "aws_ecr_repository":
    case "aws_cloudwatch_log_group":
      return [{ to: address, id: literal(name) }];
    case "aws_imagebuilder_image":
      return []; // A new image is built.
  }
}
