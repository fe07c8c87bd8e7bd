import type { Place } from "../aws/place";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { standsOn } from "../model/parent";
import { addressOf } from "../versions/created-address";
import type { CreatedResource } from "../versions/environment-entry";
import type { ImageDefinitions } from "./base";
import type { BuildSettings } from "./build-settings";
import type { Built, Container, Image } from "./built";
import { containerScanning, movesTags } from "./container-repository";
import type { ContainerDistribution, Distribution } from "./distribution";
import { logGroupsOf } from "./log-groups";
import type { Names } from "./names";
import { provenance } from "./provenance";
import { containerDistribution, imageDistribution } from "./resolve-distribution";
import { resolveInfrastructure } from "./resolve-infrastructure";
import { needsExecutionRole, resolvePipeline } from "./resolve-pipeline";
import { workflowsKey, workflowsOf } from "./resolve-workflows";
import type { LockedRecipe } from "./resolved-recipe";
import { rootVolumeOf } from "./root-encryption";
import { buildsOf, ownBuildOf, type WrittenBuild } from "./written-builds";

/** Everything about an environment that is needed to resolve its images and containers. */
export interface BuildContext {
  readonly environment: EnvironmentDefinition;
  readonly place: Place;
  readonly names: Names;
  readonly images: ImageDefinitions;
  /** Remembered resources of the lock that can outlive their definitions, by address in Terraform. */
  readonly created: ReadonlyMap<string, CreatedResource>;
  /** Builds (`image` or `image/pipeline`) that have or had workflows of their own. */
  readonly hadWorkflows: ReadonlySet<string>;
  /** Commit of the definitions, for the provenance tags of AMIs. */
  readonly commit?: string;
}

/** Resolves an image or container. */
export function resolveBuilt(locked: LockedRecipe, context: BuildContext): Built {
  return locked.kind === "image" ? resolveImage(locked, context) : resolveContainer(locked, context);
}

function resolveImage(locked: LockedRecipe & { readonly kind: "image" }, context: BuildContext): Image {
  const { environment, images } = context;
  const { name, definition, content, components, version } = locked;
  const amiTags = {
    ofImage: definition.tags,
    provenance: provenance(name, version, components, context.commit),
  };
  const resolveSettings = (build: WrittenBuild): BuildSettings<Distribution> => ({
    ...resolveRun(build, locked, context),
    scanning: { enabled: build.scan !== false },
    distribution: imageDistribution(build, context, amiTags),
  });
  return {
    ...resolveCommon(locked, resolveSettings, context),
    kind: "image",
    recipe: { ...content, ...publishedAs(locked, context) },
    rootVolume: rootVolumeOf(name, definition, images, environment),
  };
}

function resolveContainer(locked: LockedRecipe & { readonly kind: "container" }, context: BuildContext): Container {
  const { names, place, created } = context;
  const { name, built, content } = locked;
  const repository = names.repository(name);
  const { tagMutability, ...repositorySettings } = built.repository;
  const resolveSettings = (build: WrittenBuild): BuildSettings<ContainerDistribution> => ({
    ...resolveRun(build, locked, context),
    scanning: containerScanning(build.scan, repository),
    distribution: containerDistribution(build, repository, context),
  });
  const common = resolveCommon(locked, resolveSettings, context);
  return {
    ...common,
    kind: "container",
    recipe: { ...content, ...publishedAs(locked, context) },
    repository: {
      ...repositorySettings,
      name: repository,
      address: addressOf(created, "aws_ecr_repository", repository),
      movingTags:
        tagMutability === undefined
          ? [common, ...common.pipelines].some(({ settings }) => movesTags(repository, place.region, settings))
          : tagMutability === "mutable",
    },
  };
}

function publishedAs({ name, definition, built, components, version }: LockedRecipe, { names }: BuildContext) {
  return { components, recipeName: names.recipe(name), version, tags: built.tags.recipe ?? definition.tags };
}

/** Resolves the settings of a build: from a further pipeline, otherwise from the definition. */
function resolveRun(
  build: WrittenBuild,
  { kind, definition }: LockedRecipe,
  { environment, names, hadWorkflows }: BuildContext,
): Omit<BuildSettings, "distribution" | "scanning"> {
  const { tests, enhancedMetadata, workflows } = { ...definition, ...given(build.further) };
  const runs = workflowsOf(kind, { workflows, tests }, hadWorkflows.has(workflowsKey(build)));
  return {
    infrastructure: resolveInfrastructure(build, environment, names),
    tests,
    enhancedMetadata,
    workflows: runs,
    needsExecutionRole: needsExecutionRole(build, { parent: definition.parent, workflows: runs }, environment),
  };
}

function given({ tests, enhancedMetadata, workflows }: Partial<NonNullable<WrittenBuild["further"]>> = {}) {
  return {
    ...(tests === undefined ? {} : { tests }),
    ...(enhancedMetadata === undefined ? {} : { enhancedMetadata }),
    ...(workflows === undefined ? {} : { workflows }),
  };
}

function resolveCommon<Target extends Distribution | ContainerDistribution>(
  { kind, name, definition, built }: LockedRecipe,
  resolveSettings: (build: WrittenBuild) => BuildSettings<Target>,
  { names }: BuildContext,
) {
  const own = ownBuildOf(kind, name, built);
  const builds = buildsOf(kind, name, built);
  const pipelines = builds.filter(({ schedule }) => schedule !== "no-pipeline");
  return {
    name,
    standsOn: standsOn(definition.parent),
    settings: resolveSettings(own),
    pipelines: pipelines.map((build) => resolvePipeline(build, definition, resolveSettings(build), names)),
    logGroups: logGroupsOf(name, builds, names),
    buildOnDeploy: built.buildOnDeploy
      ? { timeoutHours: built.buildTimeoutHours, tags: built.tags.pipeline ?? definition.tags }
      : undefined,
    alreadyBuilt: built.alreadyBuilt,
  };
}
