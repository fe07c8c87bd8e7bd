import { digestOf } from "./digest";
import { sortedMap } from "./entry";
import type { NameHistories } from "./name-history";

/**
 * What an environment creates that outlives a definition: it holds data, or others hold on to it. By its type in Terraform.
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
 * `created`: a definition has it. `kept`: none does any longer; it stays in AWS, and Terraform forgets it. `imported`: it was kept, and a
 * definition has it again, so Terraform imports it. `destroyed`: none has it, and it was defined with `onRemoval: destroy`. `recreated`: it is
 * defined again, and there is nothing to import.
 */
export type Status = (typeof statuses)[number];
export const statuses = ["created", "kept", "imported", "destroyed", "recreated"] as const;

/** One such thing. */
export interface CreatedResource {
  /** Its name in AWS; of a key, that of its alias, without alias/. */
  readonly name: string;
  readonly status: Status;
  /** Whether the environment said `onRemoval: destroy` when it last defined it. */
  readonly emptied: boolean;
  /** Addresses of what goes along with it and differs from one to the next, such as the subscriptions of a topic. */
  readonly with: readonly string[];
}

/** All that the lock remembers of one environment. */
export interface EnvironmentEntry {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** The stacks that it ever had, and whether a definition still fills them. */
  readonly stacks: ReadonlyMap<StackRole, "filled" | "emptied">;
  /** By address in Terraform. */
  readonly created: ReadonlyMap<string, CreatedResource>;
  /** Images and containers whose pipelines have had workflows of their own. */
  readonly workflows: readonly string[];
  /** Whether it creates its network. */
  readonly network: boolean;
  readonly names: NameHistories;
}

export type StackRole = (typeof stackRoles)[number];
export const stackRoles = ["builder", "consumer"] as const;

/** What the stack of one role has created: a consumer creates launch templates, a builder everything else. */
export function createdBy(role: StackRole, created: EnvironmentEntry["created"]): EnvironmentEntry["created"] {
  return new Map(
    [...created].filter(([address]) => (typeOf(address) === "aws_launch_template") === (role === "consumer")),
  );
}

export type EnvironmentEntries = ReadonlyMap<string, EnvironmentEntry>;

export const environmentSection = "environments";

/** Whether a definition has it, so that it is in the stack. */
export function isDefined({ status }: CreatedResource): boolean {
  return status !== "kept" && status !== "destroyed";
}

export function typeOf(address: string): CreatedType {
  return address.slice(0, address.indexOf(".")) as CreatedType;
}

/** `bucket "builds"`; keys are told apart by their regions, which their addresses hold. */
export function describeCreated(address: string, { name }: Pick<CreatedResource, "name">): string {
  const region = typeOf(address) === "aws_kms_key" ? ` of ${keyRegion(address)}` : "";
  return `${createdTypes[typeOf(address)]} "${name}"${region}`;
}

/** `aws_kms_key.images-eu-west-1` → `eu-west-1`; the address of a second key of a region has a digest after it. */
export function keyRegion(address: string): string {
  return address.replace(/^aws_kms_key\.images-/, "").replace(/-[0-9a-f]{8}$/, "");
}

/** An entry as the members of its JSON object; what is usual is left out. */
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

/** Digest that a change by hand does not fit, as with the other entries. @param members of its JSON object, without the digest */
export function environmentIntegrity(name: string, members: object): string {
  return digestOf({ kind: "environment", name, ...members });
}
