export const faultKinds = [
  /** Refused for too many requests, before the effect. */
  "throttle",
  /** 500, before the effect. */
  "server-error",
  /** The connection ends before the effect. */
  "drop-before",
  /** The connection ends after the effect: the client does not know. */
  "drop-after",
  /** The answer comes late. */
  "latency",
  /** The credentials have expired: refused before the effect. */
  "expired-credentials",
  /** The next role or instance profile that is made is not seen for a while: IAM is eventually consistent. */
  "late-role",
] as const;

const callKinds = ["changing", "reading"] as const;
export type CallKind = (typeof callKinds)[number];

export type FaultKind = (typeof faultKinds)[number];

/** Something that goes wrong once, at one call, of whatever service. */
export interface Fault {
  readonly kind: FaultKind;
  /** Number of the call, from 1 at the time of the injection. */
  readonly at: number;
  /** Which calls are counted: those that change something, or those that only read. Default: those that change. */
  readonly calls?: CallKind;
  /** How late, or for how long unseen. Default 3000. */
  readonly milliseconds?: number;
}

export const DEFAULT_MILLISECONDS = 3000;

/** @throws Error whose message is for the user, where it is no fault */
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
