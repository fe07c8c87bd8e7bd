import { digestOf } from "./digest";
import { sortedMap } from "./entry";
import type { NameHistories } from "./name-history";

/**
 * Types of resources that can outlive their definitions, because they hold data or because other resources need them.
 */
export const createdTypes = {
  aws_s3_bucket: "bucket",
  aws_kms_key: "KMS key",
  aws_ecr_repository: "ECR repository",
  aws_cloudwatch_log_group: "log group",
  aws_sns_topic: "topic",
  aws_launch_template: "launch template",
  aws_imagebuilder_image: "image",
} as const;

export type CreatedType = keyof typeof createdTypes;

/**
 * The status of a remembered resource. `created`: a definition contains it. `kept`: no definition contains it; it stays in AWS, and a `removed`
 * block takes it out of the state. `imported`: it was kept and is defined again, so Terraform imports it. `destroyed`: no definition contains it,
 * and it was defined with `onRemoval: destroy`. `recreated`: it is defined again, and there is nothing to import.
 */
export type Status = (typeof statuses)[number];
export const statuses = ["created", "kept", "imported", "destroyed", "recreated"] as const;

/** A remembered resource. */
export interface CreatedResource {
  /** Name in AWS. For a KMS key, its alias without `alias/`. */
  readonly name: string;
  readonly status: Status;
  /** True if the environment had `onRemoval: destroy` when it last defined the resource. */
  readonly emptied: boolean;
  /** Addresses of dependent resources that only some resources of the type have, such as the subscriptions of a topic. */
  readonly with: readonly string[];
}

/** The entry of an environment in the lock. */
export interface EnvironmentEntry {
  /** Account id of 12 digits. */
  readonly account: string;
  readonly region: string;
  /** All stacks that the environment ever had, and whether a definition still fills them. */
  readonly stacks: ReadonlyMap<StackRole, "filled" | "emptied">;
  /** Remembered resources by address in Terraform. */
  readonly created: ReadonlyMap<string, CreatedResource>;
  /** Builds (`image` or `image/pipeline`) that have or had workflows of their own. */
  readonly workflows: readonly string[];
  /** True if the environment creates its network. */
  readonly network: boolean;
  readonly names: NameHistories;
}

export type StackRole = (typeof stackRoles)[number];
export const stackRoles = ["builder", "consumer"] as const;

/** Returns the resources that the stack of a role has created: launch templates for the consumer, all others for the builder. */
export function createdBy(role: StackRole, created: EnvironmentEntry["created"]): EnvironmentEntry["created"] {
  return new Map(
    [...created].filter(([address]) => (typeOf(address) === "aws_launch_template") === (role === "consumer")),
  );
}

export type EnvironmentEntries = ReadonlyMap<string, EnvironmentEntry>;

export const environmentSection = "environments";

/** Checks whether a definition contains the resource, so that it is in the stack. */
export function isDefined({ status }: CreatedResource): boolean {
  return status !== "kept" && status !== "destroyed";
}

export function typeOf(address: string): CreatedType {
  return address.slice(0, address.indexOf(".")) as CreatedType;
}

/** Describes a resource: `bucket "builds"`. For KMS keys, adds the region from the address. */
export function describeCreated(address: string, { name }: Pick<CreatedResource, "name">): string {
  const region = typeOf(address) === "aws_kms_key" ? ` of ${keyRegion(address)}` : "";
  return `${createdTypes[typeOf(address)]} "${name}"${region}`;
}

/** Returns the region of a KMS key: `aws_kms_key.images-eu-west-1` → `eu-west-1`. The address of a second key in a region ends with a digest. */
export function keyRegion(address: string): string {
  return address.replace(/^aws_kms_key\.images-/, "").replace(/-[0-9a-f]{8}$/, "");
}

/** Returns the members of the JSON object of an entry. Default values are omitted. */
export function environmentMembers({ account, region, stacks, created, workflows, network, names }: EnvironmentEntry) {
  return {
    account,
    region,
    stacks: Object.fromEntries(sortedMap(stacks)),
    created: Object.fromEntries(
      [...sortedMap(created)].map(([address, { name, status, emptied, with: along }]) => [
        address,
        {
          name,
          status: status === "created" ? undefined : status,
          onRemoval: emptied ? "destroy" : undefined,
          with: along.length === 0 ? undefined : along,
        },
      ]),
    ),
    workflows: workflows.length === 0 ? undefined : workflows,
    network: network ? "created" : undefined,
    names: names.size === 0 ? undefined : Object.fromEntries(sortedMap(names)),
  };
}

/** Returns a digest that detects changes by hand. @param members members of the JSON object without the digest */
export function environmentIntegrity(name: string, members: object): string {
  return digestOf({ kind: "environment", name, ...members });
}
