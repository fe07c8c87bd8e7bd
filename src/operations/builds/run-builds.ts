import type { PlannedBuild } from "./plan-builds";

/** How the build of one image ended. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly result: T; readonly good: boolean }
  /** It was not started, for what it stands on did not succeed. */
  | { readonly kind: "not-started"; readonly parent: string }
  /** Running it threw: mostly what AWS said when it was to be started. */
  | { readonly kind: "refused"; readonly error: unknown };

/**
 * Runs builds in their order: each after the one it stands on, all others side by side. One that is refused ends none of the others.
 *
 * @param run builds one; `good` says whether what stands on it may follow
 */
export async function runBuilds<T, Planned extends PlannedBuild = PlannedBuild>(
  plan: readonly Planned[],
  run: (build: Planned) => Promise<{ readonly result: T; readonly good: boolean }>,
): Promise<ReadonlyMap<string, Outcome<T>>> {
  const running = new Map<string, Promise<Outcome<T>>>();
  for (const build of plan) {
    const { after } = build;
    const before = after === undefined ? undefined : running.get(after);
    running.set(build.built.name, start(build, before, run));
  }
  return new Map(await Promise.all([...running].map(async ([name, outcome]) => [name, await outcome] as const)));
}

async function start<T, Planned extends PlannedBuild>(
  build: Planned,
  before: Promise<Outcome<T>> | undefined,
  run: (build: Planned) => Promise<{ readonly result: T; readonly good: boolean }>,
): Promise<Outcome<T>> {
  const parent = await before;
  if (parent !== undefined && !(parent.kind === "done" && parent.good))
    return { kind: "not-started", parent: build.after ?? "" };
  try {
    return { kind: "done", ...(await run(build)) };
  } catch (error) {
    return { kind: "refused", error };
  }
}
