import { type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";

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
