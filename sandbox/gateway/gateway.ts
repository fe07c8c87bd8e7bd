import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import { type CallLogEntry, loggedCall } from "./call-log";
import { callOf, type NamedCall } from "./call-of";
import { controlAnswer, type Controlled, controlPath } from "./control";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "./exchange";
import { foreignness } from "./foreign";
import { readRequest } from "./read-request";
import { writeAnswer } from "./write-answer";

export interface GatewayOptions {
  /** Port on 127.0.0.1. Default: a free one. */
  readonly port?: number;
  /** The parts of the sandbox that control calls can change. */
  readonly control: Controlled;
  /** Executes a request to AWS. */
  readonly carryOut: (request: WholeRequest, call: NamedCall) => Promise<WholeAnswer>;
  readonly onCall?: (entry: CallLogEntry) => void;
}

/** The endpoint of all services. Answers every request or ends its connection, and never stops because of one. */
export interface Gateway {
  readonly port: number;
  close(): void;
}

export async function startGateway({ port, control, carryOut, onCall }: GatewayOptions): Promise<Gateway> {
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      fail(response, error);
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = foreignness(request, portOf(server));
    if (refusal !== undefined) {
      // Does not wait for the rest of the request.
      writeAnswer(response, jsonAnswer(refusal.status, { message: refusal.message }, { connection: "close" }));
      return;
    }
    const whole = await readRequest(request);
    if (whole === undefined) {
      writeAnswer(response, jsonAnswer(413, { message: "the body is too large for the sandbox" }));
      return;
    }
    if (whole.url.startsWith(controlPath)) {
      writeAnswer(response, await controlAnswer(whole, control));
      return;
    }
    const call = callOf(whole);
    const outcome = await control.faults.around(call, whole, () => carryOut(whole, call));
    onCall?.(loggedCall(call, whole, outcome));
    if (outcome === "dropped") response.destroy();
    else writeAnswer(response, outcome);
  }

  server.listen(port ?? 0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Answers a request for which the sandbox failed unexpectedly. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const message = `the sandbox failed: ${String(error)}`;
  writeAnswer(response, jsonAnswer(500, { message }, { "x-amzn-errortype": "ServiceException" }));
}
