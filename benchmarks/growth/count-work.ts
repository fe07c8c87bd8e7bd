import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/** How often each block of code ran, by the function that it is in, such as `src/project/readable.ts readable`. */
export type Work = ReadonlyMap<string, number>;

export interface Counter {
  /** What code did while `run` ran. */
  readonly count: (run: () => Promise<unknown>) => Promise<Work>;
  readonly stop: () => void;
}

/**
 * Counts what code does: each function and each block in it, every turn of a loop among them. That is the same on every machine however busy
 * it is. What the engine does by itself is not counted, as the search in `includes`.
 *
 * Code counts that is loaded afterwards: what is compiled already has no counters for its blocks.
 *
 * @param root the folder of the code that counts, absolute; packages below its node_modules do not
 */
export async function startCounting(root: string): Promise<Counter> {
  // Functions that are optimised, or put into others, count no calls any longer.
  setFlagsFromString("--no-opt");
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    count: async (run) => {
      await session.post("Profiler.takePreciseCoverage"); // It starts at zero again.
      await run();
      const { result } = await session.post("Profiler.takePreciseCoverage");
      const work = new Map<string, number>();
      for (const { url, functions } of result) {
        const file = fileBelow(root, url);
        if (file === undefined) continue;
        for (const { functionName, ranges } of functions) {
          const name = `${file} ${functionName === "" ? `at ${ranges[0]?.startOffset ?? 0}` : functionName}`;
          const count = ranges.reduce((sum, range) => sum + range.count, 0);
          work.set(name, (work.get(name) ?? 0) + count);
        }
      }
      return work;
    },
    stop: () => {
      session.disconnect();
      setFlagsFromString("--opt");
    },
  };
}

function fileBelow(root: string, url: string): string | undefined {
  const path = url.startsWith("file:") ? fileURLToPath(url) : url;
  return path.startsWith(`${root}/`) && !path.includes("/node_modules/") ? path.slice(root.length + 1) : undefined;
}

/** All of it. */
export function total(work: Work): number {
  return [...work.values()].reduce((sum, count) => sum + count, 0);
}
