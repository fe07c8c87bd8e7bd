import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { App, TerraformStack, Testing } from "cdktf";

import type { Retention } from "../../src/factory/retention";
import { retain } from "../../stacks/retain";

interface Synthesised {
  readonly terraform?: { readonly required_version?: string };
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** A stack of what holds data and what does not, guarded. */
function guarded(retention: Retention, oldest?: string): Synthesised {
  const stack = new TerraformStack(Testing.stubVersion(new App({ stackTraces: false })), "stack");
  retain(stack, retention, oldest);
  // The guard reaches what is created after it.
  new S3Bucket(stack, "logs", { lifecycle: { ignoreChanges: ["tags"] } });
  new EcrRepository(stack, "tools", { name: "tools" });
  new KmsKey(stack, "key", {});
  new CloudwatchLogGroup(stack, "group", {});
  new IamRole(stack, "role", { assumeRolePolicy: "{}" });
  return JSON.parse(Testing.synth(stack)) as Synthesised;
}

/** The types of resources with `true` in this argument, lifecycle included. */
function typesWith({ resource }: Synthesised, argument: string): readonly string[] {
  return Object.entries(resource)
    .filter(([, all]) => Object.values(all).some((each) => JSON.stringify(each).includes(`"${argument}":true`)))
    .map(([type]) => type)
    .sort();
}

const keep: Retention = { emptied: false, preventDestroy: false };

it("guards nothing where Terraform can forget and the environment keeps what it created", () => {
  const stack = guarded(keep);
  for (const argument of ["prevent_destroy", "force_destroy", "force_delete"])
    expect(typesWith(stack, argument)).toEqual([]);
  expect(stack.terraform?.required_version).toBeUndefined();
});

it("lets old Terraform destroy nothing that holds data, and still what holds none", () => {
  const stack = guarded({ ...keep, preventDestroy: true });
  expect(typesWith(stack, "prevent_destroy")).toEqual([
    "aws_cloudwatch_log_group",
    "aws_ecr_repository",
    "aws_kms_key",
    "aws_s3_bucket",
  ]);
  expect(typesWith(stack, "force_destroy")).toEqual([]);
  expect(typesWith(stack, "force_delete")).toEqual([]);
});

it("adds to the lifecycle of a resource, and takes nothing from it", () => {
  expect(guarded({ ...keep, preventDestroy: true }).resource.aws_s3_bucket?.logs).toHaveProperty("lifecycle", {
    ignore_changes: ["tags"],
    prevent_destroy: true,
  });
});

it("empties buckets and repositories that go, and nothing else, where the environment wants it", () => {
  const stack = guarded({ ...keep, emptied: true });
  expect(typesWith(stack, "force_destroy")).toEqual(["aws_s3_bucket"]);
  expect(typesWith(stack, "force_delete")).toEqual(["aws_ecr_repository"]);
  expect(typesWith(stack, "prevent_destroy")).toEqual([]);
});

it.each([
  [undefined, undefined, undefined],
  ["1.7.0", undefined, ">= 1.7.0"],
  [undefined, "1.6.2", ">= 1.6.2"],
  ["1.5.0", "1.9.1", ">= 1.5.0, >= 1.9.1"],
  [undefined, "~> 0.12.24", "~> 0.12.24"],
  ["1.5.0", ">= 1.9, < 2", ">= 1.5.0, >= 1.9, < 2"],
])(
  "asks for Terraform that knows the blocks (%s) and is what it is deployed with (%s): %s",
  (oldest, said, expected) => {
    expect(guarded({ ...keep, terraformVersion: said }, oldest).terraform?.required_version).toBe(expected);
  },
);
