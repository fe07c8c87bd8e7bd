import { addressOf } from "../versions/remember-environments";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { standsOn } from "../model/parent";
import type { Place } from "../aws/place";
import type { Made } from "../versions/environment-entry";
import { containerScanning, movesTags } from "./container-repository";
import type { Built, BuiltBase, Container, Image } from "./built";
import type { ImageDefinitions } from "./base";
import type { Names } from "./names";
import type { ImagePipeline } from "./pipeline";
import { provenance } from "./provenance";
import { containerDistributions, imageDistributions } from "./resolve-distribution";
import { resolveInfrastructure } from "./resolve-infrastructure";
import { resolvePipeline } from "./resolve-pipeline";
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
  const { environment, images } = context;
  const { name, definition, built, content, components, version } = locked;
  const origin = provenance(name, version, components, context.commit);
  return {
    ...resolveCommon(locked, { enabled: built.scan }, context),
    kind: "image",
    recipe: { ...content, ...publishedAs(locked, context) },
    rootVolume: rootVolumeOf(name, definition, images, environment),
    distributions: imageDistributions(name, definition, built, environment, origin),
  };
}

function resolveContainer(locked: LockedRecipe & { readonly kind: "container" }, context: BuildContext): Container {
  const { environment, names, place, made } = context;
  const { name, built, content } = locked;
  const repository = names.repository(name);
  const distributions = containerDistributions(built, repository, environment);
  const scanning = containerScanning(built, repository);
  return {
    ...resolveCommon(locked, scanning, context),
    kind: "container",
    recipe: { ...content, ...publishedAs(locked, context) },
    repository: {
      name: repository,
      create: built.repository.create,
      keep: built.repository.keep,
      address: addressOf(made, "aws_ecr_repository", repository),
      movingTags: movesTags(repository, place.region, distributions, scanning),
    },
    distributions,
  };
}

function publishedAs({ name, definition, built, components, version }: LockedRecipe, { names }: BuildContext) {
  return { components, recipeName: names.recipe(name), version, tags: built.tags.recipe ?? definition.tags };
}

function resolveCommon(
  { kind, name, definition, built }: LockedRecipe,
  scanning: ImagePipeline["scanning"],
  { environment, names, hadWorkflows }: BuildContext,
): BuiltBase {
  const runs = { ...definition, workflows: workflowsOf(kind, definition, hadWorkflows.has(name)) };
  return {
    name,
    standsOn: standsOn(definition.parent),
    distribution: {
      name: names.distribution(name),
      description: built.descriptions.distribution,
      tags: built.tags.distribution ?? {},
    },
    infrastructure: resolveInfrastructure(kind, name, built, environment, names),
    pipeline: resolvePipeline(names.pipeline(name), runs, built, scanning),
    alreadyBuilt: built.alreadyBuilt,
  };
}
