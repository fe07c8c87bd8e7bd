import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import type { Asked, AskedResource } from "../versions/remember-environments";
import type { ContainerDefinitions, ImageDefinitions } from "./base";
import { logGroupsOf } from "./log-groups";
import { repositoryOf } from "./resolve-container";
import { type Environments, madeTemplates } from "./resolve-consumer";
import { buildsAnything, documentBucketOf, logBucketOf, placeOf, topicOfEvents } from "./resolve-factory";
import { madeKeys } from "./resolve-keys";
import { subscriptionAddress, terraformName, topicAddress } from "./terraform-name";

/** What an environment asks for that outlives its definition: for the lock to remember. */
export function askedFor(
  name: string,
  environments: Environments,
  images: ImageDefinitions,
  containers: ContainerDefinitions,
): Asked | undefined {
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
  const place = placeOf(environment);
  const documents = documentBucketOf(environment, place);
  const logs = logBucketOf(environment, place);
  const { images, containers, build } = environment;
  return [
    ...(documents.create ? [{ address: "aws_s3_bucket.documents", name: documents.name }] : []),
    ...(logs?.create === true ? [{ address: "aws_s3_bucket.logs", name: logs.name }] : []),
    ...keys(environment),
    ...Object.entries(containers)
      .filter(([, { repository }]) => repository.create)
      .map(([container]) => ({
        address: `aws_ecr_repository.${terraformName(container)}`,
        name: repositoryOf(container, environment),
      })),
    ...(build.logGroups === undefined
      ? []
      : [...Object.keys(images), ...Object.keys(containers)].flatMap((each) =>
          logGroupsOf(each).map(({ address, name }) => ({ address: `aws_cloudwatch_log_group.${address}`, name })),
        )),
    ...topics([build.topic, topicOfEvents(environment)]),
    ...Object.entries({ ...images, ...containers })
      .filter(([, { buildOnDeploy }]) => buildOnDeploy)
      .map(([each]) => ({ address: `aws_imagebuilder_image.${terraformName(each)}`, name: each })),
  ];
}

function keys(environment: EnvironmentDefinition): AskedResource[] {
  const made = madeKeys(environment);
  return made === undefined
    ? []
    : made.regions.map((region) => ({ address: `aws_kms_key.images-${region}`, name: made.alias }));
}

/** A topic that two ask for is one. */
function topics(wanted: readonly (Topic | undefined)[]): AskedResource[] {
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
  if (environment.consumer === undefined) return [];
  return madeTemplates(environment.consumer, placeOf(environment), environments).map((template) => ({
    address: `aws_launch_template.${terraformName(template.id)}`,
    name: template.name,
  }));
}
