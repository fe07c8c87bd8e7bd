import { addressOf } from "../versions/remember-environments";
import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { standsOn } from "../model/parent";
import type { Place } from "../aws/place";
import type { Made } from "../versions/environment-entry";
import { containerScanning, movesTags } from "./container-repository";
import type { Built, Container, Image } from "./built";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { ImageDefinitions } from "./base";
import type { Names } from "./names";
import { provenance } from "./provenance";
import { containerDistributions, imageDistributions } from "./resolve-distribution";
import { resolveInfrastructure } from "./resolve-infrastructure";
import { needsExecutionRole, resolvePipeline } from "./resolve-pipeline";
import { workflowsOf } from "./resolve-workflows";
import type { LockedRecipe } from "./resolved-recipe";
import { rootVolumeOf } from "./root-encryption";

/** Where images and containers are built, and what is known of it. */
export interface BuildContext {
  readonly environment: EnvironmentDefinition;
  readonly place: Place;
  readonly names: Names;
  readonly images: ImageDefinitions;
  readonly made: ReadonlyMap<string, Made>;
  /** Images and containers whose pipelines have had workflows of their own. */
  readonly hadWorkflows: ReadonlySet<string>;
  readonly commit?: string;
}

/** What one image or container becomes. */
export function resolveBuilt(locked: LockedRecipe, context: BuildContext): Built {
  return locked.kind === "image" ? resolveImage(locked, context) : resolveContainer(locked, context);
}

function resolveImage(locked: LockedRecipe & { readonly kind: "image" }, context: BuildContext): Image {
  const { environment, images, names } = context;
  const { name, definition, built, content, components, version } = locked;
  const origin = provenance(name, version, components, context.commit);
  const settings: BuildSettings<Distribution> = {
    ...resolveSettings(locked, context),
    scanning: { enabled: built.scan },
    distribution: {
      ...distributionLabels(name, built, names),
      targets: imageDistributions(name, definition, built, environment, origin),
    },
  };
  return {
    ...resolveCommon(locked, settings, context),
    kind: "image",
    recipe: { ...content, ...publishedAs(locked, context) },
    rootVolume: rootVolumeOf(name, definition, images, environment),
  };
}

function resolveContainer(locked: LockedRecipe & { readonly kind: "container" }, context: BuildContext): Container {
  const { environment, names, place, made } = context;
  const { name, built, content } = locked;
  const repository = names.repository(name);
  const settings: BuildSettings<ContainerDistribution> = {
    ...resolveSettings(locked, context),
    scanning: containerScanning(built, repository),
    distribution: {
      ...distributionLabels(name, built, names),
      targets: containerDistributions(built, repository, environment),
    },
  };
  return {
    ...resolveCommon(locked, settings, context),
    kind: "container",
    recipe: { ...content, ...publishedAs(locked, context) },
    repository: {
      name: repository,
      create: built.repository.create,
      keep: built.repository.keep,
      address: addressOf(made, "aws_ecr_repository", repository),
      movingTags: movesTags(repository, place.region, settings),
    },
  };
}

function publishedAs({ name, definition, built, components, version }: LockedRecipe, { names }: BuildContext) {
  return { components, recipeName: names.recipe(name), version, tags: built.tags.recipe ?? definition.tags };
}

function distributionLabels(name: string, { descriptions, tags }: BuiltImage | BuiltContainer, names: Names) {
  return {
    id: name,
    name: names.distribution(name),
    description: descriptions.distribution,
    tags: tags.distribution ?? {},
  };
}

function resolveSettings(
  { kind, name, definition, built }: LockedRecipe,
  { environment, names, hadWorkflows }: BuildContext,
): Omit<BuildSettings, "distribution" | "scanning"> {
  const runs = { ...definition, workflows: workflowsOf(kind, definition, hadWorkflows.has(name)) };
  return {
    infrastructure: resolveInfrastructure(kind, name, built, environment, names),
    tests: runs.tests,
    enhancedMetadata: runs.enhancedMetadata,
    workflows: runs.workflows,
    needsExecutionRole: needsExecutionRole(runs, built),
  };
}

function resolveCommon<Target extends Distribution | ContainerDistribution>(
  { name, definition, built }: LockedRecipe,
  settings: BuildSettings<Target>,
  { names }: BuildContext,
) {
  const pipeline = resolvePipeline(name, names.pipeline(name), definition, built, settings);
  return {
    name,
    standsOn: standsOn(definition.parent),
    settings,
    pipelines: [pipeline],
    buildOnDeploy: built.buildOnDeploy ? { timeoutHours: built.buildTimeoutHours, tags: pipeline.tags } : undefined,
    alreadyBuilt: built.alreadyBuilt,
  };
}
