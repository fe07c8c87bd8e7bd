import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Asked, AskedResource } from "../versions/remember-environments";
import type { ContainerDefinitions, ImageDefinitions } from "./base";
import { logGroupsOf } from "./log-groups";
import { namesOf } from "./names";
import { type Environments, madeTemplates } from "./resolve-consumer";
import { buildsAnything, documentBucketOf, logBucketOf, topicOfEvents } from "./resolve-factory";
import { resolveTopic, type ResolvedTopic } from "./resolve-topic";
import { madeKeys } from "./resolve-keys";
import { subscriptionAddress, terraformName, topicAddress } from "./terraform-name";

/** What an environment asks for that outlives its definition: for the lock to remember. */
export function askedFor(
  name: string,
  environments: Environments,
  images: ImageDefinitions,
  containers: ContainerDefinitions,
): Omit<Asked, "names"> | undefined {
  const environment = environments.get(name);
  if (environment === undefined) return undefined;
  const builds = buildsAnything(environment);
  const built = [...Object.keys(environment.images), ...Object.keys(environment.containers)];
  const hasWorkflows = (each: string): boolean =>
    (images.get(each)?.workflows ?? containers.get(each)?.workflows ?? []).length > 0;
  return {
    account: environment.account,
    region: environment.region,
    stacks: [
      ...(builds ? ["builder" as const] : []),
      ...(environment.consumer === undefined ? [] : ["consumer" as const]),
    ],
    made: [...(builds ? madeByBuilder(environment) : []), ...launchTemplates(environment, environments)],
    workflows: built.filter(hasWorkflows),
    built,
    onRemoval: environment.onRemoval,
  };
}

function madeByBuilder(environment: EnvironmentDefinition): AskedResource[] {
  const names = namesOf(environment);
  const documents = documentBucketOf(environment, names);
  const logs = logBucketOf(environment, names);
  const { images, containers, build } = environment;
  return [
    ...(documents.create ? [{ address: "aws_s3_bucket.documents", name: documents.name }] : []),
    ...(logs?.create === true ? [{ address: "aws_s3_bucket.logs", name: logs.name }] : []),
    ...keys(environment),
    ...Object.entries(containers)
      .filter(([, { repository }]) => repository.create)
      .map(([container]) => ({
        address: `aws_ecr_repository.${terraformName(container)}`,
        name: names.repository(container),
      })),
    ...(build.logGroups === undefined
      ? []
      : [...Object.keys(images), ...Object.keys(containers)].flatMap((each) =>
          logGroupsOf(each, names).map(({ address, name }) => ({
            address: `aws_cloudwatch_log_group.${address}`,
            name,
          })),
        )),
    ...topics([build.topic, topicOfEvents(environment)].map((topic) => topic && resolveTopic(topic, names))),
    ...Object.entries({ ...images, ...containers })
      .filter(([, { buildOnDeploy }]) => buildOnDeploy)
      .map(([each]) => ({ address: `aws_imagebuilder_image.${terraformName(each)}`, name: names.recipe(each) })),
  ];
}

function keys(environment: EnvironmentDefinition): AskedResource[] {
  const made = madeKeys(environment);
  return made === undefined
    ? []
    : made.regions.map((region) => ({ address: `aws_kms_key.images-${region}`, name: made.alias }));
}

/** A topic that two ask for is one. */
function topics(wanted: readonly (ResolvedTopic | undefined)[]): AskedResource[] {
  const made = wanted.filter((topic) => topic !== undefined && typeof topic !== "string");
  return [...new Map(made.map((topic) => [topic.name, topic])).values()].map((topic) => ({
    address: `aws_sns_topic.${topicAddress(topic.name)}`,
    name: topic.name,
    with: topic.subscriptions.map(
      (subscription) => `aws_sns_topic_subscription.${subscriptionAddress(topic.name, subscription)}`,
    ),
  }));
}

function launchTemplates(environment: EnvironmentDefinition, environments: Environments): AskedResource[] {
  return madeTemplates(environment, environments).map((template) => ({
    address: `aws_launch_template.${terraformName(template.id)}`,
    name: template.name,
  }));
}
