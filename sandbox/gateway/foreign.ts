import type { IncomingMessage } from "node:http";

export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

type Head = Pick<IncomingMessage, "url" | "headers">;

/**
 * Why a request is not for the sandbox: it is no proxy, and no page of a browser may use it. Undefined where it is welcome.
 *
 * A name of another site can be made to lead to 127.0.0.1 (DNS rebinding), so the host that the client asked for has to be this machine.
 */
export function foreignness({ url = "", headers }: Head, port: number): Refusal | undefined {
  // Source: RFC 9112, section 3.2. `//host` and `/\host` are read as another host by URL parsers.
  if (!/^\/(?![/\\])/.test(url) || !/^[\x21-\x7e]*$/.test(url))
    return { status: 400, message: `the target "${url.slice(0, 100)}" is not a path: the sandbox is not a proxy` };
  const { host = "", origin } = headers;
  if (!isOwnHost(host, port))
    return { status: 400, message: `the host "${host.slice(0, 100)}" is not the sandbox's: use 127.0.0.1:${port}` };
  const site = headers["sec-fetch-site"];
  if ((origin !== undefined && !isOwnOrigin(origin, port)) || site === "cross-site" || site === "same-site")
    return { status: 403, message: "a page of another site does not reach the sandbox" };
  return undefined;
}

/** Names below `localhost` are this machine's by RFC 6761; clients of S3 put buckets in front of it. */
function isOwnHost(host: string, port: number): boolean {
  const suffix = `:${port}`;
  if (!host.endsWith(suffix)) return false;
  const name = host.slice(0, -suffix.length).toLowerCase();
  return name === "127.0.0.1" || name === "localhost" || /^[a-z0-9._-]+\.localhost$/.test(name);
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith("http://") && isOwnHost(origin.slice("http://".length), port);
}
