import type { Outcome } from "../faults/injector";
import type { NamedCall } from "./call-of";
import type { WholeRequest } from "./exchange";

/** One call of any service, as it was answered. */
export interface CallLogEntry extends NamedCall {
  /** HTTP status of the answer; 0 where the connection was dropped. */
  readonly status: number;
  /** The body as it came. */
  readonly body: string;
  /** Code of the error, where it was one of Image Builder. */
  readonly error?: string;
  /** What was wrong, in words, where it was Image Builder. */
  readonly message?: string;
}

export function loggedCall(call: NamedCall, request: WholeRequest, outcome: Outcome): CallLogEntry {
  const entry = { ...call, body: request.body.toString(), status: outcome === "dropped" ? 0 : outcome.status };
  if (outcome === "dropped" || outcome.status < 400 || call.service !== "imagebuilder") return entry;
  const error = outcome.headers["x-amzn-errortype"];
  const { message } = JSON.parse(outcome.body.toString()) as { readonly message?: string };
  return { ...entry, ...(typeof error === "string" ? { error } : {}), ...(message === undefined ? {} : { message }) };
}
