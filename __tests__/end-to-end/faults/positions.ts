import { type Fault, type FaultKind, faultKinds } from "../../../sandbox/faults/fault";
import { randomNumbers } from "../../helpers/random-numbers";

export const phases = ["create", "change", "destroy"] as const;
export type Phase = (typeof phases)[number];

/** A fault at one call of one phase. */
export interface Position {
  readonly phase: Phase;
  readonly fault: Fault;
}

/** Faults that end. Expired credentials stay expired. */
const passing = faultKinds.filter((kind) => kind !== "expired-credentials");

/** Returns the kinds of faults for a phase. A kind about new IAM roles is only used if a role is created in the phase. */
function kindsOf(phase: Phase): readonly FaultKind[] {
  return phase === "create" ? passing : passing.filter((kind) => kind !== "late-role");
}

/** Returns every fault at every call that changes something. */
export function allPositions(calls: Readonly<Record<Phase, number>>, lastRole: number): Position[] {
  return phases.flatMap((phase) =>
    kindsOf(phase).flatMap((kind) =>
      Array.from({ length: kind === "late-role" ? lastRole : calls[phase] }, (_, index) => ({
        phase,
        fault: { kind, at: index + 1 },
      })),
    ),
  );
}

/**
 * Returns a sample of positions, always the same for one seed: as far as possible with equal numbers of each kind and each phase. Kinds
 * that only few calls can have are chosen first.
 */
export function sampleOf(positions: readonly Position[], size: number, seed: number): Position[] {
  const random = randomNumbers(seed);
  const left = positions
    .map((position) => ({ position, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ position }) => position);
  const sample: Position[] = [];
  while (sample.length < size && left.length > 0) {
    const ranks = left.map(({ phase, fault: { kind } }) => [
      sample.filter(({ fault }) => fault.kind === kind).length,
      positions.filter(({ fault }) => fault.kind === kind).length,
      sample.filter((taken) => taken.phase === phase).length,
    ]);
    const first = ranks.reduce((best, rank, index) => (isBefore(rank, ranks[best] ?? []) ? index : best), 0);
    sample.push(...left.splice(first, 1));
  }
  return sample;
}

/** Checks whether a list of numbers sorts before another of the same length. */
function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((each, at) => each !== other[at]);
  return index >= 0 && (one[index] ?? 0) < (other[index] ?? 0);
}

/** Distributes positions over lives, with at most one position of each phase in a life. */
export function livesOf(positions: readonly Position[]): Partial<Record<Phase, Position>>[] {
  const byPhase = phases.map((phase) => positions.filter((position) => position.phase === phase));
  const length = Math.max(0, ...byPhase.map((list) => list.length));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(
      byPhase.flatMap((list) => (list[index] === undefined ? [] : [[list[index].phase, list[index]]])),
    ),
  );
}
