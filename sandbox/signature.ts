export interface Scope {
  readonly region: string;
  /** Signing name of the service, e.g. `imagebuilder` or `s3`. */
  readonly service: string;
  /** ID of the access key. */
  readonly accessKey: string;
}

interface Signed {
  readonly headers: { readonly authorization?: string | undefined };
  /** Path and query. */
  readonly url?: string | undefined;
}

/** Returns the credential scope of a request; undefined if the request is not signed. Does not verify the signature. */
export function scopeOf({ headers, url = "" }: Signed): Scope | undefined {
  const query = new URLSearchParams(url.split("?").slice(1).join("?"));
  const credential =
    /Credential=([^,\s]+)/.exec(headers.authorization ?? "")?.[1] ?? query.get("X-Amz-Credential") ?? "";
  // key id / date / region / service / aws4_request
  const [accessKey = "", , region, service, end] = credential.split("/");
  return region === undefined || service === undefined || end !== "aws4_request"
    ? undefined
    : { region, service, accessKey };
}

/** Returns an authorization header with region and service, which nobody verifies. */
export function unsignedFor(service: string, region: string): string {
  return `AWS4-HMAC-SHA256 Credential=sandbox/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}
