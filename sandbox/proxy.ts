import { type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/**
 * Passes a request on as it came, and the answer back.
 *
 * @param mend what to make of the body of the answer; without it, the answer goes back as it comes
 */
export function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: string,
  mend?: (body: string) => string,
): void {
  const target = new URL(request.url ?? "/", endpoint);
  const fail = (error: Error): void => {
    if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
    response.end(`moto_server did not answer: ${error.message}`);
  };
  const onward = httpRequest(target, { method: request.method, headers: request.headers }, (answer) => {
    const status = answer.statusCode ?? 502;
    if (mend === undefined) {
      response.writeHead(status, answer.headers);
      answer.pipe(response);
      return;
    }
    text(answer).then((body) => {
      const mended = Buffer.from(mend(body));
      response.writeHead(status, { ...answer.headers, "content-length": mended.length });
      response.end(mended);
    }, fail);
  });
  onward.on("error", fail);
  request.pipe(onward);
}
