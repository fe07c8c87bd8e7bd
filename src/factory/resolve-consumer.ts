import { parseArn } from "../aws/arn";
import type { Place } from "../aws/place";
import { sortedUnique, unique } from "../collections/unique";
import type { Definitions } from "../definitions/definitions";
import type { Consumer } from "../definitions/schema/consumer";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { LifecyclePolicyDefinition } from "../definitions/schema/lifecycle";
import { addressOf } from "../versions/created-address";
import type { EnvironmentEntry } from "../versions/environment-entry";
import { builderRoles } from "./builder-roles";
import { channelParameter, prefixed } from "./channel-parameter";
import { deliveriesTo } from "./delivery";
import type {
  ChannelRole,
  CrossAccountLifecycleRole,
  DistributionRole,
  ImageConsumer,
  KeyGrant,
} from "./image-consumer";
import { createdTemplates } from "./launch-templates";
import { namesOf } from "./names";
import { placeOf } from "./place";
import { resolvedStack } from "./resolved-stack";

/** Resolves the consumer of an environment in checked definitions. Undefined if the environment receives no images. */
export function resolveConsumer(
  name: string,
  environments: Definitions["environments"],
  remembered: EnvironmentEntry | undefined,
): ImageConsumer | undefined {
  const environment = environments.get(name);
  if (environment?.consumer === undefined) return undefined;
  const { consumer } = environment;
  const stack = resolvedStack(name, environment, "consumer", remembered);
  const { place, created } = stack;
  return {
    ...stack,
    distributionRole: consumer.distributionRole ? distributionRole(place, environments) : undefined,
    lifecycleRole: createsLifecycleRole(consumer) ? lifecycleRole(place, environments) : undefined,
    channelRole: channelRole(environment, consumer, environments),
    grants: grants(consumer, place),
    launchTemplates: createdTemplates(environment, environments).map((template) => ({
      ...template,
      address: addressOf(created, "aws_launch_template", template.name),
    })),
  };
}

/** Returns all consumers in an account. They share a role, because IAM is global. */
function consumersOfAccount(account: string, environments: Definitions["environments"]): Consumer[] {
  return [...environments.values()].flatMap((environment) =>
    environment.account === account && environment.consumer !== undefined ? [environment.consumer] : [],
  );
}

/** Returns the environments that consumers name as their sources. */
function buildersOf(
  consumers: readonly Consumer[],
  environments: Definitions["environments"],
): EnvironmentDefinition[] {
  const names = unique(consumers.flatMap(({ from }) => Object.keys(from)));
  return names.flatMap((name) => environments.get(name) ?? []);
}

/** Checks whether a consumer creates the role for lifecycle policies of other accounts. Default: if it creates the distribution role. */
export function createsLifecycleRole(consumer: Consumer): boolean {
  return consumer.lifecycleRole ?? consumer.distributionRole;
}

/** Returns the environments with a lifecycle policy that applies to their copies in `account`. */
export function cleaningUp<T extends EnvironmentDefinition>(account: string, builders: readonly T[]): T[] {
  return builders.filter((builder) =>
    deliveriesTo(account, builder).some(
      ({ copied, image }) =>
        copied &&
        Object.values(builder.lifecycle).some((policy) => policy.images?.includes(image) ?? selectsAmis(policy)),
    ),
  );
}

/** Checks whether a policy selects AMIs by tags of images. Only Image Builder knows these, so the policy can apply to any image. */
function selectsAmis({ tags, type }: LifecyclePolicyDefinition): boolean {
  return tags !== undefined && type === "ami";
}

/** Returns the KMS keys of a consumer: those of received snapshots and of their copies. */
export function keysOf({ kmsKeys, from }: Consumer): string[] {
  return [...Object.values(from).flatMap((source) => source.kmsKeys), ...kmsKeys];
}

function distributionRole({ partition, account }: Place, environments: Definitions["environments"]): DistributionRole {
  const consumers = consumersOfAccount(account, environments);
  const builders = buildersOf(consumers, environments);
  const deliveries = builders.flatMap((builder) => deliveriesTo(account, builder));
  const arnsOf = (service: string, resources: (delivery: (typeof deliveries)[number]) => readonly string[]) =>
    sortedUnique(
      deliveries.flatMap((delivery) =>
        resources(delivery).map(
          (resource) => `arn:${partition}:${service}:${delivery.target.region}:${account}:${resource}`,
        ),
      ),
    );
  const accounts = sortedUnique(builders.map((builder) => builder.account));
  return {
    builders: accounts,
    // Allows the roles of all environments of these accounts, because environments in other regions have other execution roles.
    builderRoles: sortedUnique(
      [...environments.values()].filter((each) => accounts.includes(each.account)).flatMap(builderRoles),
    ),
    kmsKeys: sortedUnique(consumers.flatMap(keysOf)),
    launchTemplates: arnsOf("ec2", ({ launchTemplates }) => launchTemplates.map(({ id }) => `launch-template/${id}`)),
    // If a name begins with a slash, the ARN contains only one slash after `parameter`.
    ssmParameters: arnsOf("ssm", ({ ssmParameters }) =>
      ssmParameters.map((parameter) => `parameter/${parameter.name.replace(/^\//, "")}`),
    ),
  };
}

/** Resolves the channel role of the region. Other environments of the account have channel roles of their own. */
function channelRole(
  environment: EnvironmentDefinition,
  { channels, from }: Consumer,
  environments: Definitions["environments"],
): ChannelRole | undefined {
  if (channels === undefined) return undefined;
  const { partition, region, account } = placeOf(environment);
  const parameters = Object.entries(from).flatMap(([builder, { images }]) =>
    Object.keys(images).flatMap((image) =>
      (environments.get(builder)?.channels ?? []).map((channel) =>
        channelParameter(builder, prefixed(environments.get(builder), image), channel),
      ),
    ),
  );
  return {
    name: namesOf(environment).channelRole,
    promoters: sortedUnique(channels.promoters),
    parameters: sortedUnique(parameters.map((name) => `arn:${partition}:ssm:${region}:${account}:parameter${name}`)),
  };
}

function lifecycleRole(
  { account }: Place,
  environments: Definitions["environments"],
): CrossAccountLifecycleRole | undefined {
  const builders = cleaningUp(account, buildersOf(consumersOfAccount(account, environments), environments));
  return builders.length === 0 ? undefined : { builders: sortedUnique(builders.map((builder) => builder.account)) };
}

/** Resolves the grants for keys of this region, because KMS creates a grant in the region of the key. */
function grants({ keyUsers, from }: Consumer, { region, account }: Place): KeyGrant[] {
  const keys = sortedUnique(Object.values(from).flatMap((source) => source.kmsKeys)).filter(
    (key) => parseArn(key)?.region === region,
  );
  return keys.flatMap((kmsKey) =>
    unique(keyUsers).map((grantee) => ({ id: grantId(kmsKey, grantee, account), kmsKey, grantee })),
  );
}

/** Returns a unique id for a grant. Role names are unique in their account, even with paths. Characters that Terraform refuses are encoded. */
function grantId(kmsKey: string, grantee: string, account: string): string {
  const owner = parseArn(grantee)?.account;
  const role = grantee
    .slice(grantee.lastIndexOf("/") + 1)
    .replace(/[^\w-]/g, (odd) => `_${odd.charCodeAt(0).toString(16)}`);
  return [
    ...(owner === undefined || owner === account ? [] : [owner]),
    role,
    kmsKey.slice(kmsKey.lastIndexOf("/") + 1),
  ].join("-");
}
