import type { Definitions } from "../definitions/definitions";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { DefinedEnvironment, DefinedResource } from "../versions/defined-environment";
import { documentBucketOf, logBucketOf } from "./buckets";
import type { Bucket } from "./image-factory";
import { createdTemplates } from "./launch-templates";
import type { Listed } from "./listed";
import { logGroupsOf } from "./log-groups";
import { namesOf } from "./names";
import { buildsAnything, filledStacks, topicOfEvents } from "./resolve-factory";
import { createdKeys } from "./resolve-keys";
import { type ResolvedTopic, resolveTopic } from "./resolve-topic";
import { workflowsKey } from "./resolve-workflows";
import { subscriptionAddress, terraformName, topicAddress } from "./terraform-name";
import { buildsOf } from "./written-builds";

/** Returns the resources of an environment that can outlive their definitions. The lock remembers them. */
export function definedResources(
  environment: EnvironmentDefinition,
  listed: readonly Listed[],
  environments: Definitions["environments"],
): Omit<DefinedEnvironment, "names"> {
  const builds = buildsAnything(environment);
  return {
    account: environment.account,
    region: environment.region,
    stacks: filledStacks(environment),
    created: [...(builds ? createdByBuilder(environment, listed) : []), ...launchTemplates(environment, environments)],
    workflows: listed.flatMap(({ kind, name, definition, built }) =>
      buildsOf(kind, name, built)
        .filter(({ further }) => (further?.workflows ?? definition.workflows).length > 0)
        .map(workflowsKey),
    ),
    built: listed.flatMap(({ kind, name, built }) => buildsOf(kind, name, built).map(workflowsKey)),
    network: builds && environment.network?.create !== undefined,
    onRemoval: environment.onRemoval,
  };
}

function createdByBuilder(environment: EnvironmentDefinition, listed: readonly Listed[]): DefinedResource[] {
  const names = namesOf(environment);
  const documents = documentBucketOf(environment, names);
  const logs = logBucketOf(environment, names);
  const { build } = environment;
  return [
    ...buckets("documents", documents),
    ...buckets("logs", logs),
    ...keys(environment),
    ...listed
      .filter((each) => each.kind === "container" && each.built.repository.create)
      .map(({ name }) => ({ address: `aws_ecr_repository.${terraformName(name)}`, name: names.repository(name) })),
    ...(build.logGroups === undefined
      ? []
      : listed
          .flatMap(({ kind, name, built }) => logGroupsOf(name, buildsOf(kind, name, built), names))
          .map(({ address, name }) => ({ address: `aws_cloudwatch_log_group.${address}`, name }))),
    ...topics([build.topic, topicOfEvents(environment)].map((topic) => topic && resolveTopic(topic, names))),
    ...listed
      .filter(({ built }) => built.buildOnDeploy)
      .map(({ name }) => ({ address: `aws_imagebuilder_image.${terraformName(name)}`, name: names.recipe(name) })),
  ];
}

function buckets(label: string, bucket: Bucket | undefined): DefinedResource[] {
  if (bucket?.create !== true) return [];
  return [
    {
      address: `aws_s3_bucket.${label}`,
      name: bucket.name,
      with: bucket.accessLogs === undefined ? [] : [`aws_s3_bucket_logging.${label}`],
    },
  ];
}

function keys(environment: EnvironmentDefinition): DefinedResource[] {
  const created = createdKeys(environment);
  return created === undefined
    ? []
    : created.regions.map((region) => ({ address: `aws_kms_key.images-${region}`, name: created.alias }));
}

/** Returns the created topics. A topic that two settings name is created once. */
function topics(wanted: readonly (ResolvedTopic | undefined)[]): DefinedResource[] {
  const created = wanted.filter((topic) => topic !== undefined && typeof topic !== "string");
  return [...new Map(created.map((topic) => [topic.name, topic])).values()].map((topic) => ({
    address: `aws_sns_topic.${topicAddress(topic.name)}`,
    name: topic.name,
    with: topic.subscriptions.map(
      (subscription) => `aws_sns_topic_subscription.${subscriptionAddress(topic.name, subscription)}`,
    ),
  }));
}

function launchTemplates(
  environment: EnvironmentDefinition,
  environments: Definitions["environments"],
): DefinedResource[] {
  return createdTemplates(environment, environments).map((template) => ({
    address: `aws_launch_template.${terraformName(template.id)}`,
    name: template.name,
  }));
}
