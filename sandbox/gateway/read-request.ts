import type { IncomingMessage } from "node:http";

import type { WholeRequest } from "./exchange";

/** Maximum size of a request body. Real requests are far smaller: documents of 64 KB, and objects that tests put into a bucket. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Reads a complete request; returns undefined if the body is too large. */
export async function readRequest(request: IncomingMessage): Promise<WholeRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  const { method = "GET", url = "/", headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks) };
}
