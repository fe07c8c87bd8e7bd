import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";

/** How often each block of code ran, by the function it is in, such as `src/project/readable.ts readable`. */
export type Work = ReadonlyMap<string, number>;

/**
 * Counts what code does while `run` runs: each function and each block in it, a turn of a loop among them, one by one. That is the same on
 * every machine however busy it is. What the engine does by itself is not counted, as the search in `includes`.
 *
 * @param root the folder of the code that counts, absolute; packages below its node_modules do not
 */
export async function countWork(root: string, run: () => Promise<void>): Promise<Work> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const work = new Map<string, number>();
    for (const { url, functions } of result) {
      const file = fileBelow(root, url);
      if (file === undefined) continue;
      for (const { functionName, ranges } of functions) {
        const name = `${file} ${functionName}`;
        const count = ranges.reduce((sum, range) => sum + range.count, 0);
        work.set(name, (work.get(name) ?? 0) + count);
      }
    }
    return work;
  } finally {
    session.disconnect();
  }
}

function fileBelow(root: string, url: string): string | undefined {
  const path = url.startsWith("file:") ? fileURLToPath(url) : url;
  return path.startsWith(`${root}/`) && !path.includes("/node_modules/") ? path.slice(root.length + 1) : undefined;
}

/** All of it. */
export function total(work: Work): number {
  return [...work.values()].reduce((sum, count) => sum + count, 0);
}

/** The power of the size that a cost grows with from one size to a larger one: 1 is linear, 2 quadratic. */
export function exponent(small: number, large: number, factor: number): number {
  return Math.log(large / small) / Math.log(factor);
}
