import { type Interval, intervalOfMedian, median } from "./median";
import { type Program, runProgram, type Usage } from "./run-program";

export interface Comparison {
  /** Medians of the measured program. */
  readonly program: Usage;
  /** Medians of the other program. */
  readonly against: Usage;
  /** Medians of the ratios of all rounds. In a round, both programs run one after the other, under the same load. */
  readonly ratio: Usage;
  /** Interval that contains the true ratio of CPU time with a probability of 95 %. */
  readonly cpuRatio: Interval;
  readonly rounds: number;
}

export interface Rounds {
  readonly least: number;
  /** Number of rounds after which measuring ends on a busy machine. */
  readonly most: number;
}

/** The ratio is precise enough if the width of its interval is at most this fraction of it. */
const wellEnough = 0.08;

/** Runs two programs in turn until the ratio of their CPU times is precise enough. The first run of each does not count. */
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

/** Returns the width of the interval that contains the true median, as a fraction of the median. */
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
