export const faultKinds = [
  /** The call is refused for too many requests, without an effect. */
  "throttle",
  /** The call fails with status 500, without an effect. */
  "server-error",
  /** The connection ends before the call takes effect. */
  "drop-before",
  /** The connection ends after the call takes effect, so the client does not know the result. */
  "drop-after",
  /** The answer is delayed. */
  "latency",
  /** The call is refused because the credentials have expired, without an effect. */
  "expired-credentials",
  /** The next role or instance profile that is created stays invisible for a while, as IAM is eventually consistent. */
  "late-role",
] as const;

const callKinds = ["changing", "reading"] as const;
export type CallKind = (typeof callKinds)[number];

export type FaultKind = (typeof faultKinds)[number];

/** A fault that occurs once, at one call of any service. */
export interface Fault {
  readonly kind: FaultKind;
  /** Number of the call, counted from 1 at the injection. */
  readonly at: number;
  /** Calls that are counted: those that change something, or those that only read. Default: those that change something. */
  readonly calls?: CallKind;
  /** Delay, or time for which a role is invisible, in milliseconds. Default: 3000. */
  readonly milliseconds?: number;
}

export const DEFAULT_MILLISECONDS = 3000;

/**
 * Parses a fault from a control call.
 *
 * @throws Error with a message for the user if the value is not a valid fault
 */
export function faultFrom(value: unknown): Fault {
  const { kind, at, calls, milliseconds, ...others } = (typeof value === "object" ? (value ?? {}) : {}) as Record<
    string,
    unknown
  >;
  const unknown = Object.keys(others);
  if (unknown.length > 0)
    throw new Error(`"${unknown.join('", "')}": a fault has only kind, at, calls and milliseconds`);
  if (!faultKinds.includes(kind as FaultKind))
    throw new Error(`kind ${shown(kind)}: write one of ${faultKinds.join(", ")}`);
  if (!Number.isInteger(at) || (at as number) < 1)
    throw new Error(`at ${shown(at)}: write the number of a call, from 1`);
  if (calls !== undefined && !callKinds.includes(calls as CallKind))
    throw new Error(`calls ${shown(calls)}: write one of ${callKinds.join(", ")}`);
  if (milliseconds !== undefined && (!Number.isInteger(milliseconds) || (milliseconds as number) < 0))
    throw new Error(`milliseconds ${shown(milliseconds)}: write a whole number from 0`);
  return {
    kind: kind as FaultKind,
    at: at as number,
    ...(calls === undefined ? {} : { calls: calls as CallKind }),
    ...(milliseconds === undefined ? {} : { milliseconds: milliseconds as number }),
  };
}

function shown(value: unknown): string {
  return value === undefined ? "is missing" : JSON.stringify(value);
}
