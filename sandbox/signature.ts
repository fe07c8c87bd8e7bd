import type { IncomingMessage } from "node:http";

export interface Scope {
  readonly region: string;
  /** The service's signing name, e.g. `imagebuilder`, `s3`. */
  readonly service: string;
}

/** What a request was signed for; undefined where it is not signed. The signature itself is not verified. */
export function scopeOf(request: Pick<IncomingMessage, "headers" | "url">): Scope | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(request.headers.authorization ?? "")?.[1] ??
    new URL(request.url ?? "/", "http://localhost").searchParams.get("X-Amz-Credential") ??
    "";
  // key id / date / region / service / aws4_request
  const [, , region, service, end] = credential.split("/");
  return region === undefined || service === undefined || end !== "aws4_request" ? undefined : { region, service };
}
