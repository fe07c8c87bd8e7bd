import { createHash } from "node:crypto";

import { parseArn } from "../aws/arn";
import { withoutSpaces } from "../aws/resource-name";
import type { Consumer } from "../definitions/schema/consumer";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { LifecyclePolicyDefinition } from "../definitions/schema/lifecycle";
import type { Made } from "../versions/environment-entry";
import { addressOf } from "../versions/remember-environments";
import type { Place } from "../model/place";
import { builderRoles } from "./builder-roles";
import { deliveriesTo } from "./delivery";
import type {
  CrossAccountLifecycleRole,
  DistributionRole,
  ImageConsumer,
  KeyGrant,
  LaunchTemplate,
} from "./image-consumer";
import { namesOf } from "./names";
import { placeOf } from "./place";
import { retentionOf } from "./retention";
import { consumerStateOf } from "./stack-state";

export type Environments = ReadonlyMap<string, EnvironmentDefinition>;

/** Resolves what an environment receives; undefined where it receives nothing. The definitions have been checked. */
export function resolveConsumer(
  name: string,
  environments: Environments,
  made: ReadonlyMap<string, Made>,
): ImageConsumer | undefined {
  const environment = environments.get(name);
  const consumer = environment?.consumer;
  if (environment === undefined || consumer === undefined) return undefined;
  const place = placeOf(environment);
  return {
    environment: name,
    stack: consumerStack(name),
    place,
    providerVersion: environment.providerVersion,
    deployment: environment.deployment,
    state: consumerStateOf(consumerStack(name), environment.state),
    tags: environment.tags,
    distributionRole: consumer.distributionRole ? distributionRole(place, environments) : undefined,
    lifecycleRole: makesLifecycleRole(consumer) ? lifecycleRole(place, environments) : undefined,
    grants: grants(consumer, place),
    launchTemplates: madeTemplates(environment, environments).map((template) => ({
      ...template,
      address: addressOf(made, "aws_launch_template", template.name),
    })),
    made,
    retention: retentionOf(environment),
  };
}

/** The stack of what an environment receives. It is not the environment's own name even where nothing is built: that may come. */
export function consumerStack(environment: string): string {
  return `${environment}-consumer`;
}

/** The consumers of one account: they share a role, for IAM knows no regions. */
function consumersOfAccount(account: string, environments: Environments): Consumer[] {
  return [...environments.values()].flatMap((environment) =>
    environment.account === account && environment.consumer !== undefined ? [environment.consumer] : [],
  );
}

/** The environments that consumers name as their sources. */
function buildersOf(consumers: readonly Consumer[], environments: Environments): EnvironmentDefinition[] {
  const names = unique(consumers.flatMap(({ from }) => Object.keys(from)));
  return names.flatMap((name) => environments.get(name) ?? []);
}

/** Whether it makes the role for lifecycle policies of others, where there are any: with the other role, unless it says so itself. */
export function makesLifecycleRole(consumer: Consumer): boolean {
  return consumer.lifecycleRole ?? consumer.distributionRole;
}

/** The environments with a lifecycle policy that reaches a copy which they make in `account`. */
export function cleaningUp<T extends EnvironmentDefinition>(account: string, builders: readonly T[]): T[] {
  return builders.filter((builder) =>
    deliveriesTo(account, builder).some(
      ({ copied, image }) =>
        copied &&
        Object.values(builder.lifecycle).some((policy) => policy.images?.includes(image) ?? selectsAmis(policy)),
    ),
  );
}

/** By tags of images, which only Image Builder sees. */
function selectsAmis({ tags, type }: LifecyclePolicyDefinition): boolean {
  return tags !== undefined && type === "ami";
}

/** All keys of a consumer: of the snapshots that come, and of the copies made of them. */
export function keysOf({ kmsKeys, from }: Consumer): string[] {
  return [...Object.values(from).flatMap((source) => source.kmsKeys), ...kmsKeys];
}

function distributionRole({ partition, account }: Place, environments: Environments): DistributionRole {
  const consumers = consumersOfAccount(account, environments);
  const builders = buildersOf(consumers, environments);
  const deliveries = builders.flatMap((builder) => deliveriesTo(account, builder));
  const arnsOf = (service: string, resources: (delivery: (typeof deliveries)[number]) => readonly string[]) =>
    sorted(
      deliveries.flatMap((delivery) =>
        resources(delivery).map(
          (resource) => `arn:${partition}:${service}:${delivery.target.region}:${account}:${resource}`,
        ),
      ),
    );
  const accounts = sorted(builders.map((builder) => builder.account));
  return {
    builders: accounts,
    // Whoever is let in is let in as any environment of the account: one in another region has another execution role.
    builderRoles: sorted(
      [...environments.values()].filter((each) => accounts.includes(each.account)).flatMap(builderRoles),
    ),
    kmsKeys: sorted(consumers.flatMap(keysOf)),
    launchTemplates: arnsOf("ec2", ({ launchTemplates }) => launchTemplates.map(({ id }) => `launch-template/${id}`)),
    // The slash that a path starts with is the one after `parameter`.
    ssmParameters: arnsOf("ssm", ({ ssmParameters }) =>
      ssmParameters.map((parameter) => `parameter/${parameter.name.replace(/^\//, "")}`),
    ),
  };
}

function lifecycleRole({ account }: Place, environments: Environments): CrossAccountLifecycleRole | undefined {
  const builders = cleaningUp(account, buildersOf(consumersOfAccount(account, environments), environments));
  return builders.length === 0 ? undefined : { builders: sorted(builders.map((builder) => builder.account)) };
}

/** For the keys of this region: KMS makes a grant where the key is. */
function grants({ keyUsers, from }: Consumer, { region, account }: Place): KeyGrant[] {
  const keys = sorted(Object.values(from).flatMap((source) => source.kmsKeys)).filter(
    (key) => parseArn(key)?.region === region,
  );
  return keys.flatMap((kmsKey) =>
    unique(keyUsers).map((grantee) => ({ id: grantId(kmsKey, grantee, account), kmsKey, grantee })),
  );
}

/** Names of roles are unique in their account, whatever their path; of what they may hold, Terraform takes less. */
function grantId(kmsKey: string, grantee: string, account: string): string {
  const owner = parseArn(grantee)?.account ?? "";
  const role = grantee
    .slice(grantee.lastIndexOf("/") + 1)
    .replace(/[^\w-]/g, (odd) => `_${odd.charCodeAt(0).toString(16)}`);
  return [...(owner === account ? [] : [owner]), role, kmsKey.slice(kmsKey.lastIndexOf("/") + 1)].join("-");
}

/** The launch templates that a consumer asks for. */
export function madeTemplates(consuming: EnvironmentDefinition, environments: Environments): LaunchTemplate[] {
  const place = placeOf(consuming);
  const names = namesOf(consuming);
  return Object.entries(consuming.consumer?.from ?? {}).flatMap(([environment, { images }]) => {
    const builder = environments.get(environment);
    const deliveries = builder === undefined ? [] : deliveriesTo(place.account, builder);
    return Object.entries(images).flatMap(([image, { launchTemplate }]) => {
      if (launchTemplate === undefined) return [];
      const { name = names.launchTemplate(image), securityGroups = [], ...settings } = launchTemplate;
      const named = deliveries
        .filter((delivery) => delivery.image === image && delivery.target.region === place.region)
        .flatMap((delivery) => delivery.launchTemplates);
      return [
        {
          ...settings,
          id: launchTemplateId(environment, image),
          name,
          securityGroups,
          updateDefault: named.every(({ setDefault }) => setDefault),
        },
      ];
    });
  });
}

/** No two pairs are the same: a digest ends the id where more than one underscore could be the one between the two. */
function launchTemplateId(environment: string, image: string): string {
  const id = withoutSpaces(`${environment}_${image}`);
  if (id.indexOf("_") === id.lastIndexOf("_")) return id;
  return `${id}_${createHash("sha256").update(`${environment}/${image}`).digest("hex").slice(0, 8)}`;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function sorted(values: readonly string[]): string[] {
  return unique(values).sort();
}
