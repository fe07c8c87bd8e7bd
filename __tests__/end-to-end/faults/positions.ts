import { type Fault, type FaultKind, faultKinds } from "../../../sandbox/faults/fault";
import { randomNumbers } from "../../helpers/random-numbers";

export const phases = ["create", "change", "destroy"] as const;
export type Phase = (typeof phases)[number];

/** One fault at one call of one phase. */
export interface Position {
  readonly phase: Phase;
  readonly fault: Fault;
}

/** Those that pass: credentials that have expired stay so. */
const passing = faultKinds.filter((kind) => kind !== "expired-credentials");

/** Kinds that concern IAM's new roles alone strike where a role is made later in the phase. */
function kindsOf(phase: Phase): readonly FaultKind[] {
  return phase === "create" ? passing : passing.filter((kind) => kind !== "late-role");
}

/** Every fault at every call that changes something. */
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
 * Some of the positions, the same ones for the same seed: as many of each kind as of any other, and of each phase, as far as that goes. A kind
 * that few calls can meet chooses first.
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

/** Whether one list of numbers comes before another of the same length. */
function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((each, at) => each !== other[at]);
  return index >= 0 && (one[index] ?? 0) < (other[index] ?? 0);
}

/** The positions as lives: each takes one of each phase, as far as there are any. */
export function livesOf(positions: readonly Position[]): Partial<Record<Phase, Position>>[] {
  const byPhase = phases.map((phase) => positions.filter((position) => position.phase === phase));
  const length = Math.max(0, ...byPhase.map((list) => list.length));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(
      byPhase.flatMap((list) => (list[index] === undefined ? [] : [[list[index].phase, list[index]]])),
    ),
  );
}
