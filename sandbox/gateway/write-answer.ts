import type { ServerResponse } from "node:http";

import type { WholeAnswer } from "./exchange";

/** Writes a complete answer in one piece. The answer to HEAD keeps the length of the omitted body. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: WholeAnswer): void {
  const kept = Object.entries(headers).filter(
    ([name, value]) => !["transfer-encoding", "connection", "keep-alive"].includes(name) && value !== undefined,
  );
  const bodiless = response.req.method === "HEAD" || status === 204 || status === 304;
  response.writeHead(status, {
    ...(Object.fromEntries(kept) as Record<string, string | string[]>),
    ...(bodiless ? {} : { "content-length": body.length }),
  });
  response.end(body);
}
