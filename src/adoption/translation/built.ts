import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { builtContainer, builtImage } from "../../definitions/schema/built";
import type { Value } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { type BuiltContext, ownDistribution, takenName, unless } from "./built-context";
import { containerTargetsOf } from "./distribution";
import { furtherPipelines } from "./further-pipelines";
import { differenceOf, equal, infrastructureOf, type OwnBuildDraft } from "./infrastructure";
import { ownWordsOf, wordsOf } from "./own-words";
import { enabledOf, scheduleOf } from "./pipeline";
import { type AdoptedRecipe, type AdoptedRun, ownRunOf } from "./recipes";
import { containerScanOf, scanOf } from "./settings";
import { targets } from "./shared-distributions";
import type { Tags } from "./tags";
import { nameOf } from "./versions-of";

type BuiltImage = z.input<typeof builtImage>;
type BuiltContainer = z.input<typeof builtContainer>;

/** Returns the settings of an image in its environment. @param fileTags tags in the image file */
export function builtImageOf(adopted: AdoptedRecipe, fileTags: Tags, context: BuiltContext): BuiltImage {
  const known = { ...context.tags, ...fileTags };
  return builtOf(adopted, fileTags, context, {
    distribute: (of) => context.distributions.get(of) ?? targets(of, known, context),
    scan: scanOf,
  });
}

/**
 * Returns the settings of a container in its environment.
 *
 * @param fileTags tags in the container file
 * @param repository the repository of its recipe
 */
export function builtContainerOf(
  adopted: AdoptedRecipe,
  fileTags: Tags,
  repository: NonNullable<BuiltContainer["repository"]> & { readonly name: string },
  context: BuiltContext,
): BuiltContainer {
  const built = builtOf(adopted, fileTags, context, {
    distribute: (of) => containerTargetsOf(of.attributes, repository.name),
    scan: (run) => containerScanOf(run, repository.name),
  });
  return { repository, ...built };
}

interface Translations<T, S> {
  /** Translates a distribution configuration. */
  readonly distribute: (of: ResourceInstance) => T;
  /** Translates the scan settings of a run. */
  readonly scan: (run: Value) => S;
}

function builtOf<T, S>(
  adopted: AdoptedRecipe,
  fileTags: Tags,
  context: BuiltContext,
  { distribute, scan: scanned }: Translations<T, S>,
) {
  const own = ownRunOf(adopted);
  const scan = own && scanned(own.instance.attributes);
  return withoutUndefined({
    ...commonOf(adopted, fileTags, context),
    distribute: own && (own.distribution === undefined ? ("none" as const) : distribute(own.distribution)),
    scan: scan === false ? undefined : scan,
    pipelines: nonEmptyMap(
      furtherPipelines(adopted, context, (run) =>
        withoutUndefined({
          distribute: differingDistribution(run, own, distribute),
          scan: differing(scanned(run.instance.attributes), scan),
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

function differing<T>(is: T, was: T | undefined): T | undefined {
  return equal(is, was) ? undefined : is;
}

/** Returns the settings that images and containers have in common. */
function commonOf(adopted: AdoptedRecipe, fileTags: Tags, context: BuiltContext) {
  const { name, recipe, pipelines, image } = adopted;
  const own = ownRunOf(adopted);
  const [pipeline] = pipelines;
  const build = own && ownBuildOf(adopted.kind, own, context);
  const names = withoutUndefined({
    recipe: unless(name, nameOf(recipe)),
    pipeline: pipeline && unless(name, nameOf(pipeline.instance)),
    distribution: own && takenName(name, ownDistribution(own, context), context),
    infrastructure: build === undefined ? undefined : takenName(name, own?.infrastructure, context),
  });
  const ofRecipe = wordsOf(recipe, context.tags);
  const { descriptions, tags } = ownWordsOf(
    {
      pipeline: pipeline && wordsOf(pipeline.instance, context.tags),
      distribution: own && wordsOf(ownDistribution(own, context), context.tags),
      infrastructure: build && wordsOf(own.infrastructure, context.tags),
    },
    { pipeline: { ...ofRecipe, tags: fileTags }, infrastructure: context.baseWords },
  );
  const recipeTags = equal(ofRecipe.tags, fileTags) ? {} : { recipe: ofRecipe.tags };
  return {
    names: nonEmptyMap(names),
    descriptions,
    tags: nonEmptyMap({ ...recipeTags, ...tags }),
    schedule: pipeline === undefined ? ("no-pipeline" as const) : scheduleOf(pipeline.instance.attributes),
    enabled: pipeline && enabledOf(pipeline.instance.attributes),
    build,
    buildOnDeploy: image === undefined ? undefined : true,
  };
}

/** Returns the build settings that differ from the default. Undefined if the run uses the shared configuration. */
function ownBuildOf(
  kind: AdoptedRecipe["kind"],
  { infrastructure }: AdoptedRun,
  { base, shared }: BuiltContext,
): OwnBuildDraft | undefined {
  if (shared[kind]?.instance === infrastructure) return undefined;
  return differenceOf(infrastructureOf(infrastructure.attributes), base);
}
