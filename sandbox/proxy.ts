import { type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { buffer, text } from "node:stream/consumers";

import type { Exchange, MotoFix } from "./moto-fixes/moto-fix";

/** Passes a request on as it came, and the answer back. */
export function passOn(request: IncomingMessage, response: ServerResponse, endpoint: string): void {
  const target = new URL(request.url ?? "/", endpoint);
  const onward = httpRequest(target, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", (error) => {
    if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
    response.end(`moto_server did not answer: ${error.message}`);
  });
  request.pipe(onward);
}

/** Passes a request on, and the answer back, with what is to be fixed in both. */
export async function passOnFixed(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: string,
  fixes: readonly MotoFix[],
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const send = (body: string) => sendTo(new URL(url, endpoint), method, request.headers, body);
  const body = await text(request);
  const exchange: Exchange = {
    method,
    url,
    headers: request.headers,
    body,
    ask: async (more) => (await send(more)).body.toString(),
  };
  let onward = body;
  for (const fix of fixes) onward = (await fix.request?.({ ...exchange, body: onward })) ?? onward;
  const answer = await send(onward);
  const original = answer.body.toString();
  let fixed = original;
  if (answer.status < 300) for (const fix of fixes) fixed = (await fix.answer?.(fixed, exchange)) ?? fixed;
  // A body is whole here, so it goes in one piece; an answer without body has no length either.
  const headers = Object.entries(answer.headers).filter(([name]) => name !== "transfer-encoding");
  const length = fixed === original ? {} : { "content-length": Buffer.byteLength(fixed) };
  response.writeHead(answer.status, { ...Object.fromEntries(headers), ...length });
  response.end(fixed);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function sendTo(target: URL, method: string, headers: IncomingMessage["headers"], body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = httpRequest(
      target,
      { method, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (answer) => {
        buffer(answer).then((whole) => {
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole });
        }, reject);
      },
    );
    onward.on("error", reject);
    onward.end(body);
  });
}
