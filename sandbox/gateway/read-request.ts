import type { IncomingMessage } from "node:http";

import type { WholeRequest } from "./exchange";

/** What clients send at most is far smaller: documents of 64 KB, and what a test puts into a bucket. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Undefined where the body is too large. */
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
