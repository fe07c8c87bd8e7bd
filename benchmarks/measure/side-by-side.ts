import { type Interval, intervalOfMedian, median } from "./median";
import { type Program, runProgram, type Usage } from "./run-program";

export interface Comparison {
  /** Medians of the program. */
  readonly program: Usage;
  /** Medians of what it is held against. */
  readonly against: Usage;
  /** Medians of the ratios of each round, in which both ran one after the other and met the same machine. */
  readonly ratio: Usage;
  /** Where the true ratio of CPU time lies, 19 times out of 20. */
  readonly cpuRatio: Interval;
  readonly rounds: number;
}

export interface Rounds {
  readonly least: number;
  /** Where a machine is too busy to say more. */
  readonly most: number;
}

/** A ratio is known well enough where its interval is this part of it. */
const wellEnough = 0.08;

/** Runs two programs in turn until the ratio of their CPU times is known well enough, after one run of each that does not count. */
export function sideBySide(program: Program, against: Program, { least, most }: Rounds): Comparison {
  runProgram(program);
  runProgram(against);
  const pairs: { readonly program: Usage; readonly against: Usage }[] = [];
  const ratios: Usage[] = [];
  const cpuRatios = () => ratios.map(({ cpu }) => cpu);
  while (pairs.length < least || (pairs.length < most && width(cpuRatios()) > wellEnough)) {
    const pair = { program: runProgram(program), against: runProgram(against) };
    pairs.push(pair);
    ratios.push({
      cpu: pair.program.cpu / pair.against.cpu,
      wall: pair.program.wall / pair.against.wall,
      megabytes: pair.program.megabytes / pair.against.megabytes,
    });
  }
  return {
    program: medians(pairs.map((pair) => pair.program)),
    against: medians(pairs.map((pair) => pair.against)),
    ratio: medians(ratios),
    cpuRatio: intervalOfMedian(cpuRatios()),
    rounds: pairs.length,
  };
}

/** Of the interval in which the true median lies, as a part of the median. */
function width(ratios: readonly number[]): number {
  const { from, to } = intervalOfMedian(ratios);
  return (to - from) / median(ratios);
}

function medians(usages: readonly Usage[]): Usage {
  return {
    cpu: median(usages.map(({ cpu }) => cpu)),
    wall: median(usages.map(({ wall }) => wall)),
    megabytes: median(usages.map(({ megabytes }) => megabytes)),
  };
}
