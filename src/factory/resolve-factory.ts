import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import type { Made, MadeType } from "../versions/environment-entry";
import { addressOf } from "../versions/remember-environments";
import { partitionOf, type Place } from "./arn";
import type { ContainerDefinitions, ImageDefinitions } from "./base";
import type { Component, Container, DocumentBucket, Image, ImageFactory, LogBucket, Workflow } from "./image-factory";
import { provenance } from "./provenance";
import type { Dockerfile, RecipeComponent } from "./recipe-content";
import { containerScanning, movesTags, repositoryOf, resolveContainerRecipe } from "./resolve-container";
import { containerDistributions, imageDistributions } from "./resolve-distribution";
import { resolveInfrastructure } from "./resolve-infrastructure";
import { madeKeys } from "./resolve-keys";
import { type RecipeVersions, resolveLifecyclePolicy } from "./resolve-lifecycle";
import { resolvePipeline } from "./resolve-pipeline";
import { resolveImageRecipe } from "./resolve-recipe";
import { retentionOf } from "./retention";
import { rootVolumeOf } from "./root-encryption";
import { workflowOf, workflowsOf } from "./resolve-workflows";
import { stateOf } from "./stack-state";

/** A component document, as far as a factory needs it. */
export type ComponentSource = Omit<Component, "version" | "retain">;
/** A workflow document, as far as a factory needs it. */
export type WorkflowSource = Omit<Workflow, "version">;

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
  const images = imageOrder(Object.keys(environment.images), input.images).map((name) =>
    resolveImage(name, input, place),
  );
  const containers = containerOrder(Object.keys(environment.containers), input.containers).map((name) =>
    resolveContainer(name, input, place),
  );
  const lifecyclePolicies = Object.entries(environment.lifecycle).map(([name, policy]) =>
    resolveLifecyclePolicy(name, policy, input.versions),
  );
  const needsExecutionRole = [...images, ...containers].some(({ pipeline }) => pipeline.needsExecutionRole);
  const topic = topicOfEvents(environment);
  const logs = logBucketOf(environment, place);
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
    documentBucket: at("aws_s3_bucket", documentBucketOf(environment, place)),
    network: environment.network,
    build: { ...environment.build, logs: logs && at("aws_s3_bucket", logs) },
    keys: madeKeys(environment),
    components: usedComponents(input, [...images, ...containers]),
    workflows: usedWorkflows(input),
    images,
    containers,
    lifecyclePolicies,
    executionRole: needsExecutionRole ? environment.executionRole : undefined,
    lifecycleRole: lifecyclePolicies.length > 0 ? environment.lifecycleRole : undefined,
    activateInspector: environment.activateInspector,
    made: input.made,
    retention: retentionOf(environment),
    events: environment.events !== undefined && topic !== undefined ? { on: environment.events.on, topic } : undefined,
  };
}

/** Whether an environment builds anything; one that only receives does not. */
export function buildsAnything({ images, containers }: EnvironmentDefinition): boolean {
  return Object.keys(images).length + Object.keys(containers).length > 0;
}

export function placeOf(environment: EnvironmentDefinition): Place {
  return { partition: partitionOf(environment), region: environment.region, account: environment.account };
}

/** The topic of the environment's events: its own, or that of its builds. */
export function topicOfEvents({ events, build }: EnvironmentDefinition): Topic | undefined {
  return events && (events.topic ?? build.topic);
}

export function documentBucketOf({ documents }: EnvironmentDefinition, place: Place): DocumentBucket {
  return {
    name: documents.bucket ?? `ec2imagebuilder-${place.account}-${place.region}`,
    create: documents.create === true,
  };
}

export function logBucketOf({ build }: EnvironmentDefinition, place: Place): LogBucket | undefined {
  if (build.logs === undefined) return undefined;
  const { bucket, create, prefix, expireDays } = build.logs;
  const name = bucket ?? `ec2imagebuilder-logs-${place.account}-${place.region}`;
  return { name, create: create === true, prefix, expireDays };
}

/** Parents first, otherwise as given; names that the project does not hold are left out. */
export function imageOrder(names: readonly string[], images: ImageDefinitions): string[] {
  return parentsFirst(names, (name) => images.get(name)?.parent.image).filter((name) => images.has(name));
}

export function containerOrder(names: readonly string[], containers: ContainerDefinitions): string[] {
  return parentsFirst(names, (name) => containers.get(name)?.parent.container).filter((name) => containers.has(name));
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

function usedComponents(input: FactoryInput, built: readonly (Image | Container)[]): Component[] {
  const used = new Set(
    built.flatMap(({ recipe }) =>
      recipe.components.flatMap((component) => ("component" in component ? [component.component] : [])),
    ),
  );
  return [...input.components.values()]
    .filter(({ document }) => used.has(document))
    .map((component) => ({
      ...component,
      version: input.versions.component(component.document),
      retain: input.environment.retainComponents,
    }));
}

function usedWorkflows({ environment, images, containers, workflows, versions }: FactoryInput): Workflow[] {
  const definitions = [
    ...Object.keys(environment.images).map((name) => images.get(name)),
    ...Object.keys(environment.containers).map((name) => containers.get(name)),
  ];
  const used = new Set(definitions.flatMap((definition) => definition?.workflows.map(workflowOf) ?? []));
  return [...workflows.values()]
    .filter(({ document }) => used.has(document))
    .map((workflow) => ({ ...workflow, version: versions.workflow(workflow.document) }));
}

function resolveImage(name: string, input: FactoryInput, place: Place): Image {
  const { environment, images, versions } = input;
  const definition = existing(name, images);
  const built = existing(name, new Map(Object.entries(environment.images)));
  const components = versions.componentsOf(name);
  const content = resolveImageRecipe(name, definition, images, environment, place, components);
  const recipe = { ...content, version: versions.imageRecipe(name), tags: definition.tags };
  const runs = { ...definition, workflows: workflowsOf("image", definition, input.hadWorkflows.has(name)) };
  const origin = provenance(name, recipe.version, recipe.components, input.commit);
  return {
    name,
    standsOn: definition.parent.image,
    recipe,
    rootVolume: rootVolumeOf(name, definition, images, environment),
    distributions: imageDistributions(name, definition, built, environment, origin),
    infrastructure: resolveInfrastructure("image", name, built, environment),
    pipeline: resolvePipeline(runs, built, { enabled: built.scan }, place),
    alreadyBuilt: built.alreadyBuilt,
  };
}

function resolveContainer(name: string, input: FactoryInput, place: Place): Container {
  const { environment, containers, versions } = input;
  const definition = existing(name, containers);
  const built = existing(name, new Map(Object.entries(environment.containers)));
  const { dockerfile, sha256 } = existing(name, input.dockerfiles);
  const components = versions.componentsOf(name);
  const content = resolveContainerRecipe(name, definition, containers, environment, place, components, sha256);
  const repository = repositoryOf(name, environment);
  const distributions = containerDistributions(built, repository, environment);
  const scanning = containerScanning(built, repository);
  const runs = { ...definition, workflows: workflowsOf("container", definition, input.hadWorkflows.has(name)) };
  return {
    name,
    standsOn: definition.parent.container,
    recipe: { ...content, dockerfile, version: versions.containerRecipe(name), tags: definition.tags },
    repository: {
      name: repository,
      create: built.repository.create,
      keep: built.repository.keep,
      address: addressOf(input.made, "aws_ecr_repository", repository),
      movingTags: movesTags(repository, place, distributions, scanning),
    },
    distributions,
    infrastructure: resolveInfrastructure("container", name, built, environment),
    pipeline: resolvePipeline(runs, built, scanning, place),
    alreadyBuilt: built.alreadyBuilt,
  };
}

function existing<T>(name: string, values: ReadonlyMap<string, T>): T {
  const value = values.get(name);
  if (value === undefined) throw new Error(`"${name}" was not checked before it was resolved`);
  return value;
}
