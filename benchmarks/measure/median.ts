/** Returns the median. @throws RangeError if there are no numbers */
export function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("there is no median of no numbers");
  return (low + high) / 2;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns an interval that contains the true median with a probability of at least 95 %, for any distribution. With fewer than nine
 * measurements it is their whole range. Source: the sign test; how many measurements lie below the median is distributed binomially.
 *
 * @throws RangeError if there are no numbers
 */
export function intervalOfMedian(numbers: readonly number[]): Interval {
  const sorted = ascending(numbers);
  let rank = 0;
  let probability = 0.5 ** sorted.length;
  for (let upToRank = probability; upToRank <= 0.025; upToRank += probability) {
    rank += 1;
    probability *= (sorted.length - rank + 1) / rank;
  }
  const [from, to] = [sorted.at(Math.max(0, rank - 1)), sorted.at(-Math.max(1, rank))];
  if (from === undefined || to === undefined) throw new RangeError("there is no median of no numbers");
  return { from, to };
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}
