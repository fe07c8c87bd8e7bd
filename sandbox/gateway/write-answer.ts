import type { ServerResponse } from "node:http";

import type { WholeAnswer } from "./exchange";

/** A body is whole here, so it goes in one piece; the answer to HEAD keeps the length of what it leaves out. */
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
