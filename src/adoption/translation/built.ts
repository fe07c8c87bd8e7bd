import type { z } from "zod";

import type { Place } from "../../aws/place";
import type { builtContainer, builtImage } from "../../definitions/schema/built";
import type { sharedDistribution } from "../../definitions/schema/distribution";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { compact, containerTargetsOf, filledMap, targetsOf } from "./distribution";
import type { Note } from "./draft";
import { differenceOf, equal, infrastructureOf, type InfrastructureSettings } from "./infrastructure";
import { enabledOf, runsOf, scheduleOf } from "./pipeline";
import { type AdoptedRecipe, type AdoptedRun, ownRunOf, runsOfRecipe, type SharedInfrastructure } from "./recipes";
import { scanOf } from "./settings";
import { free, slug, withoutKind } from "./slug";
import { nameOf } from "./versions-of";

type BuiltImage = z.input<typeof builtImage>;
type BuiltContainer = z.input<typeof builtContainer>;
type Tags = Readonly<Record<string, string>>;

export interface BuiltContext {
  readonly place: Place;
  /** Document by ARN of a workflow. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Tags that everything has. */
  readonly tags: Tags;
  /** ARNs of keys that the environment makes. */
  readonly madeKeys: ReadonlySet<string>;
  /** How the environment builds unless something says otherwise. */
  readonly base: InfrastructureSettings;
  /** The configurations that all share which say nothing of their own. */
  readonly shared: Readonly<Record<AdoptedRecipe["kind"], SharedInfrastructure | undefined>>;
  /** Names of the distributions that several images share. */
  readonly distributions: ReadonlyMap<ResourceInstance, string>;
  /** Addresses of the configurations that something has taken already: a name is there once. */
  readonly taken: Set<string>;
  readonly notes: Note[];
}

/** What an environment says of an image. */
export function builtImageOf(adopted: AdoptedRecipe, recipeTags: Tags, context: BuiltContext): BuiltImage {
  const known = { ...context.tags, ...recipeTags };
  const distribute = (of: ResourceInstance) => context.distributions.get(of) ?? targets(of, known, context);
  const own = ownRunOf(adopted);
  const scan = own !== undefined && scanOf(own.instance.attributes);
  return compact({
    ...commonOf(adopted, context),
    distribute: own && (own.distribution === undefined ? "none" : distribute(own.distribution)),
    scan: scan ? true : undefined,
    pipelines: filledMap(
      further(adopted, context, (run) =>
        compact({
          distribute: differingDistribution(run, own, distribute),
          scan: scanOf(run.instance.attributes) === scan ? undefined : !scan,
        }),
      ),
    ),
  });
}

/**
 * What an environment says of a container.
 *
 * @param repository of its recipe
 */
export function builtContainerOf(
  adopted: AdoptedRecipe,
  repository: NonNullable<BuiltContainer["repository"]> & { readonly name: string },
  context: BuiltContext,
): BuiltContainer {
  const distribute = (of: ResourceInstance) => containerTargetsOf(of.attributes, repository.name);
  const own = ownRunOf(adopted);
  const scan = own !== undefined && scanOf(own.instance.attributes);
  return compact({
    ...commonOf(adopted, context),
    repository,
    distribute: own && (own.distribution === undefined ? "none" : distribute(own.distribution)),
    scan: scan ? true : undefined,
    pipelines: filledMap(
      further(adopted, context, (run) =>
        compact({
          distribute: differingDistribution(run, own, distribute),
          scan: scanOf(run.instance.attributes) === scan ? undefined : !scan,
        }),
      ),
    ),
  });
}

function differingDistribution<T>(
  run: AdoptedRun,
  own: AdoptedRun | undefined,
  distribute: (of: ResourceInstance) => T,
): T | "none" | undefined {
  if (run.distribution === own?.distribution) return undefined;
  return run.distribution === undefined ? "none" : distribute(run.distribution);
}

/** What is said of an image or container in any case. */
function commonOf(adopted: AdoptedRecipe, context: BuiltContext) {
  const { name, recipe, pipelines, image } = adopted;
  const own = ownRunOf(adopted);
  const [pipeline] = pipelines;
  const build = own && ownBuildOf(adopted.kind, own, context);
  const names = compact({
    recipe: unless(name, nameOf(recipe)),
    pipeline: pipeline && unless(name, nameOf(pipeline.instance)),
    distribution: own && takenName(name, ownDistribution(own, context), context),
    infrastructure: build === undefined ? undefined : takenName(name, own?.infrastructure, context),
  });
  return {
    names: filledMap(names),
    schedule: pipeline === undefined ? ("no-pipeline" as const) : scheduleOf(pipeline.instance.attributes),
    enabled: pipeline && enabledOf(pipeline.instance.attributes),
    build,
    buildOnDeploy: image === undefined ? undefined : true,
  };
}

/** The further pipelines of a recipe, by name. */
function further<T>(
  adopted: AdoptedRecipe,
  context: BuiltContext,
  more: (run: AdoptedRun) => T,
): Record<string, ReturnType<typeof furtherOf> & T> {
  const taken = new Set<string>();
  const own = ownRunOf(adopted);
  return Object.fromEntries(
    adopted.pipelines.slice(1).map((run) => {
      const short = withoutKind(nameOf(run.instance), "pipeline");
      const key = free(
        short.startsWith(`${slug(adopted.name)}-`) ? short.slice(adopted.name.length + 1) : short,
        taken,
      );
      return [key, { ...furtherOf(adopted, key, run, own, context), ...more(run) }];
    }),
  );
}

function furtherOf(
  { kind, name }: AdoptedRecipe,
  key: string,
  run: AdoptedRun,
  own: AdoptedRun | undefined,
  context: BuiltContext,
) {
  const derived = `${name}-${key}`;
  const build = run.infrastructure === own?.infrastructure ? undefined : furtherBuildOf(kind, run, own, context);
  const distribution = run.distribution === own?.distribution ? undefined : ownDistribution(run, context);
  const names = compact({
    pipeline: unless(derived, nameOf(run.instance)),
    distribution: takenName(derived, distribution, context),
    infrastructure: build === undefined ? undefined : takenName(derived, run.infrastructure, context),
  });
  return compact({
    names: filledMap(names),
    schedule: scheduleOf(run.instance.attributes) as Exclude<BuiltImage["schedule"], "no-pipeline">,
    enabled: enabledOf(run.instance.attributes),
    build,
    ...differingRuns(run, own, context),
  });
}

/** How a further pipeline runs otherwise than that of the image. */
function differingRuns(run: AdoptedRun, own: AdoptedRun | undefined, { workflows }: BuiltContext) {
  const [is, was] = [run, own].map((each) => runsOf(each?.instance.attributes ?? null, workflows));
  return compact({
    tests: equal(is?.tests, was?.tests) ? undefined : (is?.tests ?? {}),
    enhancedMetadata: is?.enhancedMetadata === was?.enhancedMetadata ? undefined : (is?.enhancedMetadata ?? true),
    workflows: equal(is?.workflows, was?.workflows) ? undefined : (is?.workflows ?? []),
  });
}

/** Undefined for the configuration that all share. */
function ownBuildOf(
  kind: AdoptedRecipe["kind"],
  { infrastructure }: AdoptedRun,
  { base, shared, notes }: BuiltContext,
): InfrastructureSettings | undefined {
  if (shared[kind]?.instance === infrastructure) return undefined;
  const { build, unsayable } = differenceOf(infrastructureOf(infrastructure.attributes), base);
  tellUnsayable(infrastructure, unsayable, notes);
  return build;
}

/** What a further pipeline says of its build beside what its image says. */
function furtherBuildOf(
  kind: AdoptedRecipe["kind"],
  run: AdoptedRun,
  own: AdoptedRun | undefined,
  context: BuiltContext,
): InfrastructureSettings {
  const { base, shared, notes } = context;
  const inherits = own === undefined || shared[kind]?.instance === own.infrastructure;
  const ofImage = inherits ? base : { ...base, ...infrastructureOf(own.infrastructure.attributes) };
  const { build, unsayable } = differenceOf(infrastructureOf(run.infrastructure.attributes), ofImage);
  tellUnsayable(run.infrastructure, unsayable, notes);
  return build;
}

function tellUnsayable({ address }: ResourceInstance, keys: readonly string[], notes: Note[]): void {
  if (keys.length > 0)
    notes.push({
      about: address,
      says: `it says nothing of ${keys.join(", ")}, which the environment says for all that do not say it themselves`,
    });
}

/** Undefined where there is none, or several share it. */
function ownDistribution({ distribution }: AdoptedRun, { distributions }: BuiltContext): ResourceInstance | undefined {
  return distribution === undefined || distributions.has(distribution) ? undefined : distribution;
}

/** A configuration that several use is taken over by the first; the others get their own, of the same content. */
function takenName(derived: string, of: ResourceInstance | undefined, { taken }: BuiltContext): string | undefined {
  if (of === undefined || taken.has(of.address)) return undefined;
  taken.add(of.address);
  return unless(derived, nameOf(of));
}

function unless(derived: string, name: string): string | undefined {
  return name === derived ? undefined : name;
}

function targets(distribution: ResourceInstance, known: Tags, { place, madeKeys }: BuiltContext) {
  return targetsOf(distribution.attributes, known, place.account).map((target) =>
    compact({
      ...target,
      kmsKey: target.kmsKey !== undefined && madeKeys.has(target.kmsKey) ? undefined : target.kmsKey,
    }),
  );
}

/**
 * The distributions that several images share, by their names here.
 *
 * @param names of images and containers
 */
export function sharedDistributionsOf(recipes: readonly AdoptedRecipe[]): ReadonlyMap<ResourceInstance, string> {
  const owners = new Map<ResourceInstance, Set<string>>();
  for (const recipe of recipes.filter(({ kind }) => kind === "image"))
    for (const { distribution } of runsOfRecipe(recipe))
      if (distribution !== undefined)
        owners.set(distribution, (owners.get(distribution) ?? new Set<string>()).add(recipe.name));
  const taken = new Set(["none", ...recipes.map(({ name }) => name)]);
  return new Map(
    [...owners]
      .filter(([, { size }]) => size > 1)
      .map(([distribution]) => [distribution, free(withoutKind(nameOf(distribution), "distribution"), taken)]),
  );
}

/** What an environment says of these. */
export function sharedDistributionDrafts(
  context: BuiltContext,
): Record<string, z.input<typeof sharedDistribution>> | undefined {
  return filledMap(
    Object.fromEntries(
      [...context.distributions].map(([distribution, name]) => [
        name,
        compact({
          name: unless(name, nameOf(distribution)),
          description: textAt(distribution.attributes, "description"),
          distribute: targets(distribution, context.tags, context),
        }),
      ]),
    ),
  );
}
