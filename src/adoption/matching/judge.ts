import { stringsOf } from "../../review/plan/json";
import { at, textAt, textsAt, type Value } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { differencesIn, samePolicy } from "./compare";
import { forceNew } from "./force-new";
import type { Matching } from "./match";
import { kept } from "./overrides";
import { resolved } from "./resolve";
import type { StackResource } from "./stack";

/** The decision about a resource of the state that the definitions cannot reproduce unchanged. */
export interface Verdict {
  readonly address: string;
  /** `refer`: the project refers to the resource and does not manage it. `omit`: the resource is left out. */
  readonly does: "refer" | "omit";
  readonly reason: string;
  /** The `overrides` that would keep the resource unchanged. Undefined if overrides cannot do that. */
  readonly overrides?: { readonly address: string; readonly values: Readonly<Record<string, unknown>> };
}

/** Types that only a new version can change, and images, which are built from them. */
const versioned = new Set([
  "aws_imagebuilder_component",
  "aws_imagebuilder_workflow",
  "aws_imagebuilder_image_recipe",
  "aws_imagebuilder_container_recipe",
  "aws_imagebuilder_image",
]);

/**
 * Arguments of versioned types that `overrides` may set. Components, parents and repositories are not allowed: the project has to know them for
 * its checks and to create new versions of dependent recipes.
 */
const overridable: Readonly<Record<string, readonly string[]>> = {
  aws_imagebuilder_component: ["kms_key_id"],
  aws_imagebuilder_workflow: ["kms_key_id"],
  aws_imagebuilder_image_recipe: ["block_device_mapping", "systems_manager_agent"],
  aws_imagebuilder_container_recipe: ["instance_configuration", "kms_key_id"],
};

/** Arguments that can be changed in place but that an adoption must not change: permissions, encryption and tag mutability. */
const guarded: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role: ["permissions_boundary"],
  aws_ecr_repository: ["image_tag_mutability"],
  aws_sns_topic: ["kms_master_key_id"],
};
/** Arguments that the project sets for a bucket that it creates. If a value differs, its resource stays unmanaged and unchanged. */
const ofBuckets: Readonly<Record<string, readonly string[]>> = {
  aws_s3_bucket_lifecycle_configuration: ["rule"],
  aws_s3_bucket_logging: ["target_bucket", "target_prefix"],
  aws_s3_bucket_ownership_controls: ["rule"],
  aws_s3_bucket_public_access_block: [
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
  ],
  aws_s3_bucket_server_side_encryption_configuration: ["rule"],
  aws_s3_bucket_versioning: ["versioning_configuration"],
};
const policies: Readonly<Record<string, string>> = {
  aws_iam_role: "assume_role_policy",
  aws_sns_topic_policy: "policy",
  aws_s3_bucket_policy: "policy",
};

/** Compares the resources of a stack with the state, and returns a verdict for each resource that would not stay unchanged. */
export function judge(resources: readonly StackResource[], matching: Matching): Verdict[] {
  const matched = resources.flatMap((resource) => {
    const instance = matching.found.get(resource.address);
    // The attributes of imported resources are not known before the plan.
    return instance === undefined || instance.importId !== undefined ? [] : judgeMatched(resource, instance, matching);
  });
  return [...matched, ...matching.created.flatMap((resource) => judgeCreated(resource, matching))];
}

function judgeMatched(resource: StackResource, instance: ResourceInstance, { found }: Matching): Verdict[] {
  const { type } = resource;
  const { address } = instance;
  const asked = resolved(resource.arguments, found);
  const ignored = stringsOf(resource.arguments.lifecycle, "ignore_changes");
  const names = [...(forceNew[type] ?? []), ...(guarded[type] ?? []), ...(ofBuckets[type] ?? [])].filter(
    (name) => !ignored.includes(name),
  );
  const differences = differencesIn(names, asked, instance.attributes).map(({ argument, was, is }) => ({
    argument,
    reason: `${argument} is ${was}, and would be ${is}`,
  }));
  const policy = policies[type];
  if (policy !== undefined && !keepsPolicy(policy, asked, instance))
    differences.push({ argument: policy, reason: `its ${policy} would be another` });
  if (differences.length === 0) return [];
  const allowed = versioned.has(type) ? (overridable[type] ?? []) : undefined;
  const overrides = differences.every(({ argument }) => allowed?.includes(argument) ?? true)
    ? {
        address: resource.address,
        values: Object.fromEntries(
          differences.map(({ argument }) => [argument, kept(at(asked, argument), at(instance.attributes, argument))]),
        ),
      }
    : undefined;
  return [
    {
      address,
      does: versioned.has(type) ? "omit" : "refer",
      reason: differences.map(({ reason }) => reason).join("; "),
      ...(overrides && { overrides }),
    },
  ];
}

function keepsPolicy(name: string, asked: Value, { attributes }: ResourceInstance): boolean {
  const [was, now] = [textAt(attributes, name), textAt(asked, name)];
  return now === undefined || (was !== undefined && samePolicy(was, now));
}

/**
 * Refuses to give an adopted role a policy that it does not have yet. The inline policy of build instances is exempt, because the documents need
 * it.
 */
function judgeCreated(resource: StackResource, { found, left }: Matching): Verdict[] {
  const isInline = resource.type === "aws_iam_role_policy";
  if (!isInline && resource.type !== "aws_iam_role_policy_attachment") return [];
  const [, roleAddress = ""] = /\$\{(aws_iam_role\.[\w-]+)\.name\}/.exec(String(resource.arguments.role)) ?? [];
  const role = found.get(roleAddress);
  if (role === undefined || (isInline && roleAddress === "aws_iam_role.build")) return [];
  const policy = String(isInline ? resource.arguments.name : resource.arguments.policy_arn);
  const attached = textsAt(role.attributes, "managed_policy_arns");
  if (!isInline && (attached.includes(policy) || left.some((each) => attaches(each, policy, role)))) return [];
  const what = isInline ? `inline policy "${policy}"` : `policy ${policy}`;
  return [{ address: role.address, does: "refer", reason: `it would get the ${what}, which it does not have` }];
}

/** Checks whether an exclusive attachment, which lists all policies of a role or all roles of a policy, attaches `policy` to `role`. */
function attaches({ type, attributes }: ResourceInstance, policy: string, role: ResourceInstance): boolean {
  const name = textAt(role.attributes, "name");
  if (name === undefined) return false;
  if (type === "aws_iam_role_policy_attachments_exclusive")
    return textAt(attributes, "role_name") === name && textsAt(attributes, "policy_arns").includes(policy);
  return (
    type === "aws_iam_policy_attachment" &&
    textAt(attributes, "policy_arn") === policy &&
    textsAt(attributes, "roles").includes(name)
  );
}
