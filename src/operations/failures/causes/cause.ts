/** What is looked at to tell a cause. */
export interface Facts {
  /** Type of the workflow: `BUILD`, `TEST`, `DISTRIBUTION`; absent where none had started. */
  readonly workflow?: string;
  /** Action of the workflow's step, e.g. `LaunchInstance`. */
  readonly action?: string;
  /** Exit code of the component's step. */
  readonly exitCode?: number;
  /** All that the service, EC2, Systems Manager and the component said. */
  readonly text: string;
}

/** One known cause of a failed build: how it shows, and what ends it. */
export interface Cause {
  /** Stable and kebab-case. */
  readonly code: string;
  /** What happened, in one sentence without a full stop. */
  readonly cause: string;
  /** An imperative, lower case, without a full stop. */
  readonly fix: string;
  readonly source: string;
  readonly applies: (facts: Facts) => boolean;
  /** What a build that fails of it says. */
  readonly fail: Facts;
  /** What looks alike and is something else. */
  readonly pass: Facts;
}

/** Causes, each with a failure that it does not apply to. @param other that of those which name none */
export function causesBeside(
  other: Facts,
  causes: readonly (Omit<Cause, "pass"> & Partial<Pick<Cause, "pass">>)[],
): readonly Cause[] {
  return causes.map((cause) => ({ pass: other, ...cause }));
}
