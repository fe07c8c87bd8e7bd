import type { DocumentSettings } from "../definitions/schema/document-settings";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import { documentOf } from "../model/document-of";
import { standsOn } from "../model/parent";
import type { Made, MadeType } from "../versions/environment-entry";
import { addressOf } from "../versions/remember-environments";
import { partitionOf, type Place } from "./arn";
import type { ContainerDefinitions, ImageDefinitions } from "./base";
import type { Component, Container, DocumentBucket, Image, ImageFactory, LogBucket, Workflow } from "./image-factory";
import { type Names, namesOf } from "./names";
import { provenance } from "./provenance";
import type { Dockerfile, RecipeComponent } from "./recipe-content";
import { containerScanning, movesTags, resolveContainerRecipe } from "./resolve-container";
import { containerDistributions, imageDistributions } from "./resolve-distribution";
import { resolveInfrastructure } from "./resolve-infrastructure";
import { madeKeys } from "./resolve-keys";
import { type RecipeVersions, resolveLifecyclePolicy } from "./resolve-lifecycle";
import { resolvePipeline } from "./resolve-pipeline";
import { resolveImageRecipe } from "./resolve-recipe";
import { resolveTopic } from "./resolve-topic";
import { retentionOf } from "./retention";
import { rootVolumeOf } from "./root-encryption";
import { workflowsOf } from "./resolve-workflows";
import { stateOf } from "./stack-state";

/** A component document, as far as a factory needs it. */
export type ComponentSource = Omit<Component, "name" | "version" | "retain" | "tags">;
/** A workflow document, as far as a factory needs it. */
export type WorkflowSource = Omit<Workflow, "name" | "version" | "tags">;

export interface FactoryInput {
  readonly name: string;
  readonly environment: EnvironmentDefinition;
  readonly images: ImageDefinitions;
  readonly containers: ContainerDefinitions;
  /** By document; those of merged components among them. */
  readonly components: ReadonlyMap<string, ComponentSource>;
  readonly workflows: ReadonlyMap<string, WorkflowSource>;
  /** By container. */
  readonly dockerfiles: ReadonlyMap<string, { readonly dockerfile: Dockerfile; readonly sha256: string }>;
  readonly versions: Versions;
  /** What the lock remembers that the environment has made, by address in Terraform. */
  readonly made: ReadonlyMap<string, Made>;
  /** Images and containers whose pipelines have had workflows of their own. */
  readonly hadWorkflows: ReadonlySet<string>;
  /** Of the definitions, for the tags of AMIs. */
  readonly commit?: string;
}

/** What the lock says. */
export interface Versions extends RecipeVersions {
  readonly component: (document: string) => string;
  readonly workflow: (document: string) => string;
  /** The components of the recipe of an image or container, with their versions, merged where they are too many. */
  readonly componentsOf: (name: string) => readonly RecipeComponent[];
}

/** Resolves what one environment builds. The definitions have been checked: whatever is named exists. */
export function resolveFactory(input: FactoryInput): ImageFactory {
  const { environment } = input;
  const place = placeOf(environment);
  const names = namesOf(environment);
  const images = imageOrder(Object.keys(environment.images), input.images).map((name) =>
    resolveImage(name, input, place, names),
  );
  const containers = containerOrder(Object.keys(environment.containers), input.containers).map((name) =>
    resolveContainer(name, input, place, names),
  );
  const lifecyclePolicies = Object.entries(environment.lifecycle).map(([name, policy]) =>
    resolveLifecyclePolicy(name, policy, input.versions, names),
  );
  const needsExecutionRole = [...images, ...containers].some(({ pipeline }) => pipeline.needsExecutionRole);
  const topic = topicOfEvents(environment);
  const logs = logBucketOf(environment, names);
  const at = <T extends { readonly name: string }>(type: MadeType, made: T): T & { readonly address?: string } => ({
    ...made,
    address: addressOf(input.made, type, made.name),
  });
  return {
    environment: input.name,
    place,
    providerVersion: environment.providerVersion,
    deployment: environment.deployment,
    state: stateOf(input.name, environment.state),
    tags: environment.tags,
    documentBucket: at("aws_s3_bucket", documentBucketOf(environment, names)),
    network: environment.network,
    build: {
      ...environment.build,
      topic: environment.build.topic && resolveTopic(environment.build.topic, names),
      logs: logs && at("aws_s3_bucket", logs),
    },
    names,
    keys: madeKeys(environment),
    components: usedComponents(input, names, [...images, ...containers]),
    workflows: usedWorkflows(input, names),
    images,
    containers,
    lifecyclePolicies,
    executionRole: needsExecutionRole ? environment.executionRole : undefined,
    lifecycleRole: lifecyclePolicies.length > 0 ? environment.lifecycleRole : undefined,
    activateInspector: environment.activateInspector,
    channels: environment.channels,
    made: input.made,
    retention: retentionOf(environment),
    events:
      environment.events !== undefined && topic !== undefined
        ? { on: environment.events.on, topic: resolveTopic(topic, names) }
        : undefined,
  };
}

/** Whether an environment builds anything, or holds components or workflows for others to use; one that only receives does not. */
export function buildsAnything({ images, containers, components, workflows }: EnvironmentDefinition): boolean {
  return [images, containers, components, workflows].some((each) => Object.keys(each).length > 0);
}

export function placeOf(environment: EnvironmentDefinition): Place {
  return { partition: partitionOf(environment), region: environment.region, account: environment.account };
}

/** The topic of the environment's events: its own, or that of its builds. */
export function topicOfEvents({ events, build }: EnvironmentDefinition): Topic | undefined {
  return events && (events.topic ?? build.topic);
}

export function documentBucketOf({ documents }: EnvironmentDefinition, names: Names): DocumentBucket {
  return { name: names.documentBucket, create: documents.create === true, protection: documents.protection };
}

export function logBucketOf({ build }: EnvironmentDefinition, names: Names): LogBucket | undefined {
  if (build.logs === undefined) return undefined;
  const { create, prefix, expireDays, protection } = build.logs;
  return { name: names.logBucket, create: create === true, prefix, expireDays, protection };
}

/** Parents first, otherwise as given; names that the project does not hold are left out. */
export function imageOrder(names: readonly string[], images: ImageDefinitions): string[] {
  return parentsFirst(names, (name) => standsOn(images.get(name)?.parent)).filter((name) => images.has(name));
}

function containerOrder(names: readonly string[], containers: ContainerDefinitions): string[] {
  return parentsFirst(names, (name) => standsOn(containers.get(name)?.parent)).filter((name) => containers.has(name));
}

function parentsFirst(names: readonly string[], parentOf: (name: string) => string | undefined): string[] {
  const ordered = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const parent = parentOf(name);
    if (parent !== undefined && names.includes(parent) && !path.includes(parent)) visit(parent, [...path, name]);
    ordered.add(name);
  };
  for (const name of names) visit(name, []);
  return [...ordered];
}

function usedComponents(input: FactoryInput, names: Names, built: readonly (Image | Container)[]): Component[] {
  const used = new Set([
    ...Object.keys(input.environment.components),
    ...built.flatMap(({ recipe }) =>
      recipe.components.flatMap((component) => ("component" in component ? [component.component] : [])),
    ),
  ]);
  return [...input.components.values()]
    .filter(({ document }) => used.has(document))
    .map((component) => ({
      ...component,
      ...settingsOf(component, input.environment.components),
      name: names.component(component.document),
      version: input.versions.component(component.document),
      retain: input.environment.retainComponents,
    }));
}

/** What an environment says of a document, in place of what this says itself. */
function settingsOf(
  { document, description }: { readonly document: string; readonly description?: string },
  settings: Readonly<Record<string, DocumentSettings>>,
) {
  const said = Object.hasOwn(settings, document) ? settings[document] : undefined;
  return {
    description: said?.description ?? description,
    changeDescription: said?.changeDescription,
    kmsKey: said?.kmsKey,
    tags: said?.tags ?? {},
  };
}

function usedWorkflows(
  { environment, images, containers, workflows, versions }: FactoryInput,
  names: Names,
): Workflow[] {
  const definitions = [
    ...Object.keys(environment.images).map((name) => images.get(name)),
    ...Object.keys(environment.containers).map((name) => containers.get(name)),
  ];
  const used = new Set([
    ...Object.keys(environment.workflows),
    ...definitions.flatMap((definition) => definition?.workflows.map(documentOf) ?? []),
  ]);
  return [...workflows.values()]
    .filter(({ document }) => used.has(document))
    .map((workflow) => ({
      ...workflow,
      ...settingsOf(workflow, environment.workflows),
      name: names.workflow(workflow.document),
      version: versions.workflow(workflow.document),
    }));
}

function resolveImage(name: string, input: FactoryInput, place: Place, names: Names): Image {
  const { environment, images, versions } = input;
  const definition = existing(name, images);
  const built = existing(name, new Map(Object.entries(environment.images)));
  const components = versions.componentsOf(name);
  const content = resolveImageRecipe(name, definition, images, environment, place, names, components);
  const recipe = {
    ...content,
    recipeName: names.recipe(name),
    version: versions.imageRecipe(name),
    tags: built.tags.recipe ?? definition.tags,
  };
  const runs = { ...definition, workflows: workflowsOf("image", definition, input.hadWorkflows.has(name)) };
  const origin = provenance(name, recipe.version, recipe.components, input.commit);
  return {
    name,
    standsOn: standsOn(definition.parent),
    recipe,
    rootVolume: rootVolumeOf(name, definition, images, environment),
    distribution: {
      name: names.distribution(name),
      description: built.descriptions.distribution,
      tags: built.tags.distribution ?? {},
    },
    distributions: imageDistributions(name, definition, built, environment, origin),
    infrastructure: resolveInfrastructure("image", name, built, environment, names),
    pipeline: resolvePipeline(names.pipeline(name), runs, built, { enabled: built.scan }, place),
    alreadyBuilt: built.alreadyBuilt,
  };
}

function resolveContainer(name: string, input: FactoryInput, place: Place, names: Names): Container {
  const { environment, containers, versions } = input;
  const definition = existing(name, containers);
  const built = existing(name, new Map(Object.entries(environment.containers)));
  const { dockerfile, sha256 } = existing(name, input.dockerfiles);
  const components = versions.componentsOf(name);
  const content = resolveContainerRecipe(name, definition, containers, environment, place, names, components, sha256);
  const repository = names.repository(name);
  const distributions = containerDistributions(built, repository, environment);
  const scanning = containerScanning(built, repository);
  const runs = { ...definition, workflows: workflowsOf("container", definition, input.hadWorkflows.has(name)) };
  return {
    name,
    standsOn: standsOn(definition.parent),
    recipe: {
      ...content,
      dockerfile,
      recipeName: names.recipe(name),
      version: versions.containerRecipe(name),
      tags: built.tags.recipe ?? definition.tags,
    },
    repository: {
      name: repository,
      create: built.repository.create,
      keep: built.repository.keep,
      address: addressOf(input.made, "aws_ecr_repository", repository),
      movingTags: movesTags(repository, place, distributions, scanning),
    },
    distribution: {
      name: names.distribution(name),
      description: built.descriptions.distribution,
      tags: built.tags.distribution ?? {},
    },
    distributions,
    infrastructure: resolveInfrastructure("container", name, built, environment, names),
    pipeline: resolvePipeline(names.pipeline(name), runs, built, scanning, place),
    alreadyBuilt: built.alreadyBuilt,
  };
}

function existing<T>(name: string, values: ReadonlyMap<string, T>): T {
  const value = values.get(name);
  if (value === undefined) throw new Error(`"${name}" was not checked before it was resolved`);
  return value;
}
