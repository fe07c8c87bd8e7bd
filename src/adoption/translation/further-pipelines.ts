import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { builtImage } from "../../definitions/schema/built";
import { type BuiltContext, ownDistribution, takenName, tellUnsayable, unless } from "./built-context";
import { differenceOf, equal, infrastructureOf, type InfrastructureSettings } from "./infrastructure";
import { enabledOf, runsOf, scheduleOf } from "./pipeline";
import { type AdoptedRecipe, type AdoptedRun, ownRunOf } from "./recipes";
import { free, slug, withoutKind } from "./slug";
import { nameOf } from "./versions-of";

type BuiltImage = z.input<typeof builtImage>;

/** The further pipelines of a recipe, by name. */
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
  const names = withoutUndefined({
    pipeline: unless(derived, nameOf(run.instance)),
    distribution: takenName(derived, distribution, context),
    infrastructure: build === undefined ? undefined : takenName(derived, run.infrastructure, context),
  });
  return withoutUndefined({
    names: nonEmptyMap(names),
    schedule: scheduleOf(run.instance.attributes) as Exclude<BuiltImage["schedule"], "no-pipeline">,
    enabled: enabledOf(run.instance.attributes),
    build,
    ...differingRuns(run, own, context),
  });
}

/** How a further pipeline runs otherwise than that of the image. */
function differingRuns(run: AdoptedRun, own: AdoptedRun | undefined, { workflows }: BuiltContext) {
  const [is, was] = [run, own].map((each) => runsOf(each?.instance.attributes ?? null, workflows));
  return withoutUndefined({
    tests: equal(is?.tests, was?.tests) ? undefined : (is?.tests ?? {}),
    enhancedMetadata: is?.enhancedMetadata === was?.enhancedMetadata ? undefined : (is?.enhancedMetadata ?? true),
    workflows: equal(is?.workflows, was?.workflows) ? undefined : (is?.workflows ?? []),
  });
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
