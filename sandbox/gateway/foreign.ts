import type { IncomingMessage } from "node:http";

export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

type Head = Pick<IncomingMessage, "url" | "headers">;

/**
 * Returns why a request is not allowed, or undefined if it is: the sandbox is not a proxy, and web pages must not use it.
 *
 * DNS rebinding can make the name of another site point to 127.0.0.1, so the host in the request has to be this machine.
 */
export function foreignness({ url = "", headers }: Head, port: number): Refusal | undefined {
  // Source: RFC 9112, section 3.2. URL parsers read `//host` and `/\host` as another host.
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

/** Checks whether a host name is this machine. Names below `localhost` are, by RFC 6761; S3 clients prepend the bucket name. */
function isOwnHost(host: string, port: number): boolean {
  const suffix = `:${port}`;
  if (!host.endsWith(suffix)) return false;
  const name = host.slice(0, -suffix.length).toLowerCase();
  return name === "127.0.0.1" || name === "localhost" || /^[a-z0-9._-]+\.localhost$/.test(name);
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith("http://") && isOwnHost(origin.slice("http://".length), port);
}
