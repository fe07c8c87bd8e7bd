import { request as httpRequest } from "node:http";
import { buffer } from "node:stream/consumers";

import type { Exchange, MotoFix } from "../moto-fixes/moto-fix";
import { scopeOf } from "../signature";
import { accountHeader, type Accounts } from "./accounts";
import type { WholeAnswer, WholeRequest } from "./exchange";

/** Headers that apply to a single connection and are not passed on. */
const ofTheConnection = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

export interface MotoClient {
  /** Sends a request to moto and returns the answer, with the fixes for both. */
  answer(request: WholeRequest): Promise<WholeAnswer>;
}

/**
 * Creates a client of moto_server.
 *
 * @param endpoint endpoint of moto_server, `http://127.0.0.1:port`
 */
export function motoClient(endpoint: string, accounts: Accounts, fixes: readonly MotoFix[]): MotoClient {
  const { hostname, port } = new URL(endpoint);
  const send = async (request: WholeRequest): Promise<WholeAnswer> => {
    const headers = { [accountHeader]: accounts.of(request), ...request.headers };
    const answer = await sendTo({ host: hostname, port }, { ...request, headers });
    accounts.learn(request, answer);
    return answer;
  };
  return {
    async answer(request) {
      const service = scopeOf(request)?.service;
      const concerned = fixes.filter((fix) => fix.service === service && fix.concerns(request));
      return concerned.length === 0
        ? send(request)
        : sendFixed(request, { caller: accounts.callerOf(request), fixes: concerned, send });
    },
  };
}

interface Fixing {
  readonly caller: string;
  readonly fixes: readonly MotoFix[];
  readonly send: (request: WholeRequest) => Promise<WholeAnswer>;
}

async function sendFixed(request: WholeRequest, { caller, fixes, send }: Fixing): Promise<WholeAnswer> {
  const sendBody = (body: string): Promise<WholeAnswer> => send({ ...request, body: Buffer.from(body) });
  const exchange: Exchange = {
    ...request,
    caller,
    body: request.body.toString(),
    ask: async (more) => (await sendBody(more)).body.toString(),
  };
  let onward = exchange.body;
  for (const fix of fixes) onward = (await fix.request?.({ ...exchange, body: onward })) ?? onward;
  const answer = await sendBody(onward);
  if (answer.status >= 300) return answer;
  let fixed = answer.body.toString();
  for (const fix of fixes) fixed = (await fix.answer?.(fixed, exchange)) ?? fixed;
  return { ...answer, body: Buffer.from(fixed) };
}

/** Sends a request to moto's host, whatever the request says: its target is only a path and is never parsed as a URL. */
function sendTo(
  { host, port }: { readonly host: string; readonly port: string },
  { method, url, headers, body }: WholeRequest,
): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    const own = Object.entries(headers).filter(([name]) => !ofTheConnection.has(name));
    const onward = httpRequest(
      {
        host,
        port,
        method,
        path: url,
        headers: { ...Object.fromEntries(own), "content-length": body.length },
      },
      (answer) => {
        buffer(answer).then((whole) => {
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole });
        }, reject);
      },
    );
    onward.on("error", (error) => {
      reject(new Error(`moto_server did not answer: ${error.message}`));
    });
    onward.end(body);
  });
}
