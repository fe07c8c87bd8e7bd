import { type Program, runProgram, type Usage } from "./run-program";

export interface Comparison {
  /** Medians of the program. */
  readonly program: Usage;
  /** Medians of what it is held against. */
  readonly against: Usage;
  /** Medians of the ratios of each round, in which both ran one after the other and met the same machine. */
  readonly ratio: Usage;
}

/** Runs two programs in turn, after one run of each that does not count. */
export function sideBySide(program: Program, against: Program, rounds: number): Comparison {
  runProgram(program);
  runProgram(against);
  const pairs = Array.from({ length: rounds }, () => ({ program: runProgram(program), against: runProgram(against) }));
  return {
    program: medians(pairs.map((pair) => pair.program)),
    against: medians(pairs.map((pair) => pair.against)),
    ratio: medians(
      pairs.map((pair) => ({
        cpu: pair.program.cpu / pair.against.cpu,
        wall: pair.program.wall / pair.against.wall,
        megabytes: pair.program.megabytes / pair.against.megabytes,
      })),
    ),
  };
}

function medians(usages: readonly Usage[]): Usage {
  return {
    cpu: median(usages.map(({ cpu }) => cpu)),
    wall: median(usages.map(({ wall }) => wall)),
    megabytes: median(usages.map(({ megabytes }) => megabytes)),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
