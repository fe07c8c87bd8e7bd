import { parseArn } from "../aws/arn";
import type { Place } from "../aws/place";
import type { Definitions } from "../definitions/definitions";
import type { Consumer } from "../definitions/schema/consumer";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { LifecyclePolicyDefinition } from "../definitions/schema/lifecycle";
import { addressOf } from "../versions/created-address";
import type { CreatedResource } from "../versions/environment-entry";
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
import { retentionOf } from "./retention";
import { consumerStateOf } from "./stack-state";

/** Resolves what an environment receives; undefined where it receives nothing. The definitions have been checked. */
export function resolveConsumer(
  name: string,
  environments: Definitions["environments"],
  created: ReadonlyMap<string, CreatedResource>,
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
    lifecycleRole: createsLifecycleRole(consumer) ? lifecycleRole(place, environments) : undefined,
    channelRole: channelRole(environment, consumer, environments),
    grants: grants(consumer, place),
    launchTemplates: createdTemplates(environment, environments).map((template) => ({
      ...template,
      address: addressOf(created, "aws_launch_template", template.name),
    })),
    created,
    retention: retentionOf(environment),
  };
}

/** The stack of what an environment receives. It is not the environment's own name even where nothing is built: that may come. */
export function consumerStack(environment: string): string {
  return `${environment}-consumer`;
}

/** The consumers of one account: they share a role, for IAM knows no regions. */
function consumersOfAccount(account: string, environments: Definitions["environments"]): Consumer[] {
  return [...environments.values()].flatMap((environment) =>
    environment.account === account && environment.consumer !== undefined ? [environment.consumer] : [],
  );
}

/** The environments that consumers name as their sources. */
function buildersOf(
  consumers: readonly Consumer[],
  environments: Definitions["environments"],
): EnvironmentDefinition[] {
  const names = unique(consumers.flatMap(({ from }) => Object.keys(from)));
  return names.flatMap((name) => environments.get(name) ?? []);
}

/** Whether it creates the role for lifecycle policies of others, where there are any: with the other role, unless it says so itself. */
export function createsLifecycleRole(consumer: Consumer): boolean {
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

function distributionRole({ partition, account }: Place, environments: Definitions["environments"]): DistributionRole {
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

/** For the parameters of this region: another environment of the account has a role of its own. */
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
    promoters: sorted(channels.promoters),
    parameters: sorted(parameters.map((name) => `arn:${partition}:ssm:${region}:${account}:parameter${name}`)),
  };
}

function lifecycleRole(
  { account }: Place,
  environments: Definitions["environments"],
): CrossAccountLifecycleRole | undefined {
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

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function sorted(values: readonly string[]): string[] {
  return unique(values).sort();
}
