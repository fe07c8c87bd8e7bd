import type { Outcome } from "../faults/injector";
import type { NamedCall } from "./call-of";
import type { WholeRequest } from "./exchange";

/** A call of a service, with the result. */
export interface CallLogEntry extends NamedCall {
  /** HTTP status of the answer; 0 if the connection was dropped. */
  readonly status: number;
  /** Body of the request, unchanged. */
  readonly body: string;
  /** Error code, if Image Builder returned an error. */
  readonly error?: string;
  /** Error message, if Image Builder returned an error. */
  readonly message?: string;
}

export function loggedCall(call: NamedCall, request: WholeRequest, outcome: Outcome): CallLogEntry {
  const entry = { ...call, body: request.body.toString(), status: outcome === "dropped" ? 0 : outcome.status };
  if (outcome === "dropped" || outcome.status < 400 || call.service !== "imagebuilder") return entry;
  const error = outcome.headers["x-amzn-errortype"];
  const { message } = JSON.parse(outcome.body.toString()) as { readonly message?: string };
  return { ...entry, ...(typeof error === "string" ? { error } : {}), ...(message === undefined ? {} : { message }) };
}
