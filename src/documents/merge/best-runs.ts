/** A run of neighbours, `end` not included. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

export interface RunChoice {
  /** How many things there are. */
  readonly count: number;
  /** By how many they have to become fewer; a run of five becomes one, which is four fewer. */
  readonly fewer: number;
  /** The longest run that may start at an index, as its end; any shorter one may, too. */
  readonly longest: (start: number) => number;
  /** What speaks against a run; of choices with as many runs the one with the least is taken. */
  readonly cost: (run: Run) => number;
}

interface Choice {
  readonly runs: number;
  readonly cost: number;
  readonly first?: Run;
}

/**
 * The runs of two or more to make one of each, so that there are exactly `fewer` fewer: as few runs as possible, and therefore as
 * few things in them; of these the ones that cost least; of these the first ones. Undefined where it cannot be done.
 */
export function bestRuns(choice: RunChoice): readonly Run[] | undefined {
  const { count, fewer } = choice;
  // best[start][left]: of the things from `start` on, with `left` to go.
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
