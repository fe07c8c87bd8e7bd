import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import { DataAwsLaunchTemplate } from "@cdktf/provider-aws/lib/data-aws-launch-template";
import type { TerraformStack } from "cdktf";

import type { Place } from "../src/aws/place";
import { literal } from "../src/constructs/terraform-literal";
import { type CreatedResource, type CreatedType, keyRegion, typeOf } from "../src/versions/environment-entry";
import type { Providers } from "./provider";
import type { StateBlocks } from "./state-blocks";

/** What stands beside a resource, at the same name, and goes where it goes. */
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
 * Lets Terraform forget what is kept, and import what is taken back. Both are harmless where there is nothing to forget or to import any more, so
 * they stay as long as the lock remembers.
 *
 * A bucket is let go with all that protects it. One that is destroyed keeps its protection to the end: Terraform forgets that, deletes the bucket
 * with all that is in it, and S3 deletes the rest with the bucket.
 */
export function letGo(
  stack: TerraformStack,
  created: ReadonlyMap<string, CreatedResource>,
  place: Place,
  providers: Providers,
): StateBlocks {
  const forgotten = [...created].flatMap(([address, each]) => forgottenWith(address, each));
  const imports = [...created].flatMap(([address, each]) =>
    each.status === "imported" ? importsOf(address, each, { stack, place, providers }) : [],
  );
  // What Terraform has in a region, it needs a provider of that region to forget.
  for (const [address, { status }] of created)
    if (typeOf(address) === "aws_kms_key" && status === "kept") providers(keyRegion(address));
  const back = [...created].flatMap(([address, { status, with: along }]) =>
    status === "imported" || status === "recreated" ? withCompanions(address, along) : [],
  );
  const moved = [
    ...forgotten.map((address) => ({ from: address, to: aside(address) })),
    // Where an apply has failed between moving and forgetting, it is still there.
    ...back.map((address) => ({ from: aside(address), to: address })),
  ];
  return { moved, removed: forgotten.map((address) => ({ from: aside(address) })), import: imports };
}

/**
 * Where Terraform forgets it. At its own address, what is replaced in the same apply and has stood on it would have to wait for it and it for that:
 * Terraform 1.11 orders what it forgets as if it were destroyed before what replaces its dependents is created, and finds a cycle. What a state says of
 * dependencies does not follow a move.
 */
function aside(address: string): string {
  return `${address}__let-go`;
}

function forgottenWith(address: string, { status, with: along }: CreatedResource): string[] {
  const all = withCompanions(address, along);
  if (status === "kept") return all;
  return status === "destroyed" && typeOf(address) === "aws_s3_bucket" ? all.filter((each) => each !== address) : [];
}

function withCompanions(address: string, along: readonly string[]): string[] {
  const type = typeOf(address);
  return [address, ...companions[type].map((each) => address.replace(type, each)), ...along];
}

interface Importing {
  readonly stack: TerraformStack;
  readonly place: Place;
  readonly providers: Providers;
}

function importsOf(
  address: string,
  { name }: CreatedResource,
  { stack, place, providers }: Importing,
): StateBlocks["import"] {
  const { partition, account, region } = place;
  const type = typeOf(address);
  const label = address.slice(type.length + 1);
  switch (type) {
    case "aws_kms_key": {
      // Only AWS knows the key's id; its alias leads to it.
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
      return []; // Another image is built.
  }
}
