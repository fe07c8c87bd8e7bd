/** A range of consecutive items; `end` is exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

export interface RunChoice {
  /** Number of items. */
  readonly count: number;
  /** Number of items to remove by merging. Merging a run of five into one removes four. */
  readonly fewer: number;
  /** Returns the end (exclusive) of the longest run that can start at an index. Every shorter run is also possible. */
  readonly longest: (start: number) => number;
  /** Returns the cost of a run. Among choices with the same number of runs, the one with the lowest total cost is chosen. */
  readonly cost: (run: Run) => number;
}

interface Choice {
  readonly runs: number;
  readonly cost: number;
  readonly first?: Run;
}

/**
 * Chooses runs of two or more items to merge, so that merging each run into one item removes exactly `fewer` items. Prefers the fewest runs
 * (and therefore the fewest merged items), then the lowest total cost, then the earliest runs. Returns undefined if it is impossible.
 */
export function bestRuns(choice: RunChoice): readonly Run[] | undefined {
  const { count, fewer } = choice;
  // best[start][left]: the best choice for the items from `start` on, with `left` items still to remove.
  const best: (Choice | undefined)[][] = Array.from({ length: count + 1 }, () => []);
  best[count] = [{ runs: 0, cost: 0 }];
  for (let start = count - 1; start >= 0; start--) {
    for (let left = 0; left <= fewer; left++) best[start]?.push(bestFrom(start, left, choice, best));
  }
  const runs: Run[] = [];
  for (let start = 0, left = fewer; left > 0;) {
    const chosen = best[start]?.[left];
    if (chosen === undefined) return undefined;
    const { first } = chosen;
    if (first === undefined) start++;
    else {
      runs.push(first);
      left -= first.end - first.start - 1;
      start = first.end;
    }
  }
  return runs;
}

function bestFrom(
  start: number,
  left: number,
  { longest, cost }: RunChoice,
  best: readonly (readonly (Choice | undefined)[])[],
): Choice | undefined {
  let chosen: Choice | undefined;
  for (let end = Math.min(longest(start), start + left + 1); end > start + 1; end--) {
    const rest = best[end]?.[left - (end - start - 1)];
    if (rest === undefined) continue;
    const first = { start, end };
    const candidate = { runs: rest.runs + 1, cost: rest.cost + cost(first), first };
    if (chosen === undefined || isBetter(candidate, chosen)) chosen = candidate;
  }
  const alone = best[start + 1]?.[left];
  return chosen === undefined || (alone !== undefined && isBetter(alone, chosen))
    ? alone && { runs: alone.runs, cost: alone.cost }
    : chosen;
}

function isBetter(a: Choice, b: Choice): boolean {
  return a.runs < b.runs || (a.runs === b.runs && a.cost < b.cost);
}
