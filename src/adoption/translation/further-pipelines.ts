import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { builtImage } from "../../definitions/schema/built";
import { type BuiltContext, ownDistribution, takenName, unless } from "./built-context";
import { differenceOf, equal, infrastructureOf, type OwnBuildDraft } from "./infrastructure";
import { ownWordsOf, wordsOf } from "./own-words";
import { enabledOf, runsOf, scheduleOf } from "./pipeline";
import { type AdoptedRecipe, type AdoptedRun, ownRunOf } from "./recipes";
import { free, slug, withoutKind } from "./slug";
import { nameOf } from "./versions-of";

type BuiltImage = z.input<typeof builtImage>;

export function furtherPipelines<T>(
  adopted: AdoptedRecipe,
  context: BuiltContext,
  more: (run: AdoptedRun) => T,
): Record<string, ReturnType<typeof furtherOf> & T> {
  const taken = new Set<string>();
  const own = ownRunOf(adopted);
  return Object.fromEntries(
    adopted.pipelines.slice(1).map((run) => {
      const short = withoutKind(nameOf(run.instance), "pipeline");
      // The name can begin with the name of the image in this project or in AWS.
      const [of] = [adopted.name, nameOf(adopted.recipe)].map(slug).filter((name) => short.startsWith(`${name}-`));
      const key = free(of === undefined ? short : short.slice(of.length + 1), taken);
      return [key, { ...furtherOf({ derived: `${adopted.name}-${key}`, run, own }, context), ...more(run) }];
    }),
  );
}

interface FurtherRun {
  /** Name of the pipeline if the definition does not set a name. */
  readonly derived: string;
  readonly run: AdoptedRun;
  /** The main run of the image. */
  readonly own: AdoptedRun | undefined;
}

function furtherOf({ derived, run, own }: FurtherRun, context: BuiltContext) {
  const build = run.infrastructure === own?.infrastructure ? undefined : furtherBuildOf(run, own, context);
  const distribution = run.distribution === own?.distribution ? undefined : ownDistribution(run, context);
  const names = withoutUndefined({
    pipeline: unless(derived, nameOf(run.instance)),
    distribution: takenName(derived, distribution, context),
    infrastructure: build === undefined ? undefined : takenName(derived, run.infrastructure, context),
  });
  const ofImage = wordsOf(own?.instance, context.tags);
  return withoutUndefined({
    names: nonEmptyMap(names),
    ...ownWordsOf(
      {
        pipeline: wordsOf(run.instance, context.tags),
        distribution: distribution && wordsOf(distribution, context.tags),
        infrastructure: build && wordsOf(run.infrastructure, context.tags),
      },
      { pipeline: ofImage, infrastructure: context.baseWords },
    ),
    schedule: scheduleOf(run.instance.attributes) as Exclude<BuiltImage["schedule"], "no-pipeline">,
    enabled: enabledOf(run.instance.attributes),
    build,
    ...differingRuns(run, own, context),
  });
}

/** Returns the run settings of a further pipeline that differ from the main run. */
function differingRuns(run: AdoptedRun, own: AdoptedRun | undefined, { workflows }: BuiltContext) {
  const [is, was] = [run, own].map((each) => runsOf(each?.instance.attributes ?? null, workflows));
  return withoutUndefined({
    tests: equal(is?.tests, was?.tests) ? undefined : (is?.tests ?? {}),
    enhancedMetadata: is?.enhancedMetadata === was?.enhancedMetadata ? undefined : (is?.enhancedMetadata ?? true),
    workflows: equal(is?.workflows, was?.workflows) ? undefined : (is?.workflows ?? []),
  });
}

/** Returns the build settings of a further pipeline that differ from the main run. */
function furtherBuildOf(run: AdoptedRun, own: AdoptedRun | undefined, { base }: BuiltContext): OwnBuildDraft {
  const ofImage = own === undefined ? base : infrastructureOf(own.infrastructure.attributes);
  return differenceOf(infrastructureOf(run.infrastructure.attributes), ofImage);
}
