import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import { addressOf } from "../versions/created-address";
import { type CreatedType, type EnvironmentEntry, type StackRole, stackRoles } from "../versions/environment-entry";
import { documentBucketOf, logBucketOf } from "./buckets";
import { settingsOf } from "./built";
import type { ImageFactory } from "./image-factory";
import { parentsFirst } from "./listed";
import { namesOf } from "./names";
import { type BuildContext, resolveBuilt } from "./resolve-built";
import { createdKeys } from "./resolve-keys";
import { resolveLifecyclePolicy } from "./resolve-lifecycle";
import { resolveTopic } from "./resolve-topic";
import type { LockedRecipe } from "./resolved-recipe";
import { resolvedStack } from "./resolved-stack";
import { type Documents, usedComponents, usedWorkflows } from "./used-documents";

export interface FactoryInput extends Documents, Pick<BuildContext, "environment" | "images" | "commit"> {
  readonly name: string;
  /** The recipes of the environment, images before containers. */
  readonly recipes: readonly LockedRecipe[];
  /** The entry of the environment in the lock. */
  readonly remembered?: Pick<EnvironmentEntry, "created" | "workflows">;
}

/** Resolves an environment that builds images. */
export function resolveFactory(input: FactoryInput): ImageFactory {
  const { environment, images: definitions, commit, remembered } = input;
  const stack = resolvedStack(input.name, environment, "builder", remembered);
  const { place, created } = stack;
  const names = namesOf(environment);
  const recipes = parentsFirst(input.recipes);
  const hadWorkflows = new Set(remembered?.workflows);
  const context = { environment, place, names, images: definitions, created, hadWorkflows, commit };
  const built = recipes.map((each) => resolveBuilt(each, context));
  const images = built.filter((each) => each.kind === "image");
  const containers = built.filter((each) => each.kind === "container");
  const byName = new Map(recipes.map((each) => [each.name, each]));
  const lifecyclePolicies = Object.entries(environment.lifecycle).map(([name, policy]) =>
    resolveLifecyclePolicy(name, policy, byName, names),
  );
  const documents = { ...input, recipes, names };
  const needsExecutionRole = built.flatMap(settingsOf).some((settings) => settings.needsExecutionRole);
  const topic = topicOfEvents(environment);
  const logs = logBucketOf(environment, names);
  const at = <T extends { readonly name: string }>(
    type: CreatedType,
    bucket: T,
  ): T & { readonly address?: string } => ({
    ...bucket,
    address: addressOf(created, type, bucket.name),
  });
  return {
    ...stack,
    documentBucket: at("aws_s3_bucket", documentBucketOf(environment, names)),
    network: environment.network,
    build: {
      instanceProfile: environment.build.instanceProfile,
      logGroups: environment.build.logGroups,
      topic: environment.build.topic && resolveTopic(environment.build.topic, names),
      logs: logs && at("aws_s3_bucket", logs),
    },
    names,
    keys: createdKeys(environment),
    components: usedComponents(documents),
    workflows: usedWorkflows(documents),
    images,
    containers,
    lifecyclePolicies,
    executionRole: needsExecutionRole ? environment.executionRole : undefined,
    lifecycleRole: lifecyclePolicies.length > 0 ? environment.lifecycleRole : undefined,
    activateInspector: environment.activateInspector,
    channels: environment.channels,
    events:
      environment.events !== undefined && topic !== undefined
        ? { on: environment.events.on, topic: resolveTopic(topic, names) }
        : undefined,
  };
}

/** Checks whether an environment builds images or publishes components or workflows. False for environments that only receive images. */
export function buildsAnything({ images, containers, components, workflows }: EnvironmentDefinition): boolean {
  return [images, containers, components, workflows].some((each) => Object.keys(each).length > 0);
}

/** Returns the stacks that the definition of an environment fills. */
export function filledStacks(environment: EnvironmentDefinition): StackRole[] {
  return stackRoles.filter((role) =>
    role === "builder" ? buildsAnything(environment) : environment.consumer !== undefined,
  );
}

/** Returns the topic of events: the topic in `events`, otherwise the topic of builds. Undefined if the environment has no events. */
export function topicOfEvents({ events, build }: EnvironmentDefinition): Topic | undefined {
  return events && (events.topic ?? build.topic);
}
