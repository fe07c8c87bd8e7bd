import type { PlannedBuild } from "./plan-builds";

/** How the build of one image ended. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly result: T; readonly good: boolean }
  /** The build was not started, because the build of its parent did not succeed. */
  | { readonly kind: "not-started"; readonly parent: string }
  /** The build threw an error, mostly because AWS refused to start it. */
  | { readonly kind: "refused"; readonly error: unknown };

/**
 * Runs builds in the order of the plan: a build starts after that of its parent, all other builds run in parallel. An error of one build does not
 * end the others.
 *
 * @param run runs one build; `good` is true if builds that are based on it may follow
 * @returns the outcome of each build by the name of its image
 */
export async function runBuilds<T, Planned extends PlannedBuild = PlannedBuild>(
  plan: readonly Planned[],
  run: (build: Planned) => Promise<{ readonly result: T; readonly good: boolean }>,
): Promise<ReadonlyMap<string, Outcome<T>>> {
  const running = new Map<string, Promise<Outcome<T>>>();
  for (const build of plan) {
    const { after } = build;
    const before = after === undefined ? undefined : running.get(after)?.then((outcome) => ({ outcome, name: after }));
    running.set(build.built.name, start(build, before, run));
  }
  return new Map(await Promise.all([...running].map(async ([name, outcome]) => [name, await outcome] as const)));
}

async function start<T, Planned extends PlannedBuild>(
  build: Planned,
  before: Promise<{ readonly outcome: Outcome<T>; readonly name: string }> | undefined,
  run: (build: Planned) => Promise<{ readonly result: T; readonly good: boolean }>,
): Promise<Outcome<T>> {
  const parent = await before;
  if (parent !== undefined && !(parent.outcome.kind === "done" && parent.outcome.good))
    return { kind: "not-started", parent: parent.name };
  try {
    return { kind: "done", ...(await run(build)) };
  } catch (error) {
    return { kind: "refused", error };
  }
}
