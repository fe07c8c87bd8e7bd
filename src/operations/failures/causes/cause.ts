/** Facts about a failed build by which its cause is recognized. */
export interface Facts {
  /** Type of the workflow: `BUILD`, `TEST` or `DISTRIBUTION`; undefined if no workflow had started. */
  readonly workflow?: string;
  /** Action of the workflow step, e.g. `LaunchInstance`. */
  readonly action?: string;
  /** Exit code of the component step. */
  readonly exitCode?: number;
  /** All messages of the service, EC2, Systems Manager and the component. */
  readonly text: string;
}

/** A known cause of failed builds: how to recognize it, and how to fix it. */
export interface Cause {
  /** Stable code in kebab-case. */
  readonly code: string;
  /** What happened, in one sentence without a full stop. */
  readonly cause: string;
  /** How to fix it: an imperative in lower case, without a full stop. */
  readonly fix: string;
  readonly source: string;
  readonly applies: (facts: Facts) => boolean;
  /** An example of a build that failed for this cause, for tests. */
  readonly fail: Facts;
  /** An example of a similar failure that has another cause, for tests. */
  readonly pass: Facts;
}

/** Completes causes with the example to which they do not apply. @param other example for all causes without their own `pass` */
export function causesBeside(
  other: Facts,
  causes: readonly (Omit<Cause, "pass"> & Partial<Pick<Cause, "pass">>)[],
): readonly Cause[] {
  return causes.map((cause) => ({ pass: other, ...cause }));
}
