import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/** How often the blocks of each function ran, by file and function, e.g. `src/project/readable.ts readable`. */
export type Work = ReadonlyMap<string, number>;

export interface Counter {
  /** Runs `run`, and returns how often code ran during it. */
  readonly count: (run: () => Promise<unknown>) => Promise<Work>;
  readonly stop: () => void;
}

/**
 * Counts how often code runs: each function and each block in it, including each iteration of a loop. The result is the same on every
 * machine, however busy it is. Work inside the engine, e.g. the search of `includes`, is not counted.
 *
 * Counts only code that is loaded after this call: code that is already compiled has no counters for its blocks.
 *
 * @param root absolute path of the folder whose code is counted, without packages in its node_modules
 */
export async function startCounting(root: string): Promise<Counter> {
  // Optimised and inlined functions no longer count calls.
  setFlagsFromString("--no-opt");
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    count: async (run) => {
      await session.post("Profiler.takePreciseCoverage"); // Resets the counters.
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

/** Returns the sum of all counts. */
export function total(work: Work): number {
  return [...work.values()].reduce((sum, count) => sum + count, 0);
}
