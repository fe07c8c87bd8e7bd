import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { text } from "./imagebuilder/call";
import { ImageBuilderService } from "./imagebuilder/service";
import { allFixes } from "./moto-fixes/all-fixes";
import { startMoto } from "./moto";
import { passOn, passOnFixed } from "./proxy";
import { scopeOf } from "./signature";

/** One Image Builder request, as it was answered. */
export interface RequestLogEntry {
  readonly operation: string;
  readonly status: number;
  /** The body as it came. */
  readonly body: string;
  /** Code of the error, where it was one. */
  readonly error?: string;
  /** What was wrong, in words. */
  readonly message?: string;
}

export interface SandboxOptions {
  /** 12 digits. Default: 123456789012. */
  readonly account?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** For the search of moto_server. */
  readonly environment: NodeJS.ProcessEnv;
  readonly onRequest?: (entry: RequestLogEntry) => void;
  /** Gives up the start; nothing is left running then. */
  readonly signal?: AbortSignal;
}

export interface Sandbox {
  /** Of all services, on 127.0.0.1. */
  readonly endpoint: string;
  readonly account: string;
  /** Image Builder's requests so far. */
  readonly requests: readonly RequestLogEntry[];
  stop(): Promise<void>;
}

/** What the AWS SDKs send at most to Image Builder is far smaller. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Starts a local AWS: Image Builder is answered here, every other service by moto_server, chosen by what a request is signed for.
 *
 * @throws MotoUnavailable where moto_server is not installed or does not start, or the signal's reason
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const account = options.account ?? "123456789012";
  const moto = await startMoto(account, options.environment, options.signal);
  const requests: RequestLogEntry[] = [];
  const fixes = allFixes();
  const service = new ImageBuilderService({
    account,
    now: () => new Date(),
    readObject: (uri, region) => readObject(moto.endpoint, uri, region),
  });

  const server = createServer((request, response) => {
    const scope = scopeOf(request);
    if (scope?.service !== "imagebuilder") {
      const { method = "GET", url = "/" } = request;
      const concerned = fixes.filter((fix) => fix.service === scope?.service && fix.concerns({ method, url }));
      if (concerned.length === 0) passOn(request, response, moto.endpoint);
      else passOnFixed(request, response, moto.endpoint, concerned).catch(fail(response));
      return;
    }
    answer(service, request, response, scope.region)
      .then((entry) => {
        if (entry === undefined) return;
        requests.push(entry);
        options.onRequest?.(entry);
      })
      .catch(fail(response));
  });
  try {
    server.listen(options.port ?? 0, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    await moto.stop();
    throw error;
  }
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  return {
    endpoint: `http://127.0.0.1:${port}`,
    account,
    requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await moto.stop();
    },
  };
}

/** Answers what nobody has thought of. */
function fail(response: ServerResponse): (error: unknown) => void {
  return (error) => {
    if (!response.headersSent)
      response.writeHead(500, { "content-type": "application/json", "x-amzn-errortype": "ServiceException" });
    response.end(JSON.stringify({ message: `the sandbox failed: ${String(error)}` }));
  };
}

async function answer(
  service: ImageBuilderService,
  request: IncomingMessage,
  response: ServerResponse,
  region: string,
): Promise<RequestLogEntry | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      response.writeHead(413).end();
      return undefined;
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString();
  const {
    operation,
    status,
    body: answerBody,
    error,
  } = await service.answer({ method: request.method ?? "GET", url: request.url ?? "/", body, region });
  response.writeHead(status, {
    "content-type": "application/json",
    ...(error === undefined ? {} : { "x-amzn-errortype": error }),
  });
  response.end(JSON.stringify(answerBody));
  return {
    operation: operation ?? `${request.method ?? ""} ${request.url ?? ""}`,
    status,
    body,
    ...(error === undefined ? {} : { error, message: text(answerBody, "message") }),
  };
}

async function readObject(endpoint: string, uri: string, region: string): Promise<string | undefined> {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  const path = key.split("/").map(encodeURIComponent).join("/");
  const response = await fetch(`${endpoint}/${bucket}/${path}`, {
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
    },
  });
  return response.ok ? response.text() : undefined;
}
