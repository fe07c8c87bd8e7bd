import { once } from "node:events";
import {
  createServer,
  type Http2Server,
  type Http2Session,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";

import { collected } from "./collected";
import { type Answer, type ProviderProcess, startProvider } from "./provider-process";
import { keptSchemas } from "./schemas";

const provider = "/tfplugin5.Provider/";
const succeeded = {
  headers: { ":status": 200, "content-type": "application/grpc" },
  trailers: { "grpc-status": "0" },
};

/** Status codes of gRPC. */
const unimplemented = 12;
const internal = 13;

/** Returns the headers of an answer that consists only of an error. */
function failed(code: number, message = ""): OutgoingHttpHeaders {
  return { ...succeeded.headers, "grpc-status": String(code), "grpc-message": encodeURIComponent(message) };
}

interface GatewayOptions {
  /** Path of the provider's program. */
  readonly program: string;
  /** Folder in which Terraform runs and would start the provider. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Path of the Unix socket of the gateway. */
  readonly socket: string;
}

/**
 * A server that Terraform uses as a provider that keeps running. It forwards to one provider process for each configuration, because a
 * provider has one configuration at a time, and to one without, for requests before the configuration.
 *
 * Each command configures its provider again, as with a new process, so no command uses an earlier configuration.
 */
export class Gateway {
  /** Providers by their configuration. */
  private readonly providers = new Map<string, Promise<ProviderProcess>>();
  /** Configuration of each connection. Terraform opens one for each provider that it would start. */
  private readonly configurations = new WeakMap<Http2Session, string>();
  /** Answers of PrepareProviderConfig by configuration. */
  private readonly prepared = new Map<string, Answer>();
  private readonly connections = new Set<Http2Session>();
  private readonly server: Http2Server = createServer();

  private constructor(private readonly options: GatewayOptions) {
    this.server.on("session", (connection) => {
      this.connections.add(connection);
      connection.once("close", () => this.connections.delete(connection));
    });
    this.server.on("stream", (stream, headers) => {
      stream.on("error", () => undefined);
      this.serve(stream, headers).catch((error: unknown) => {
        if (!stream.destroyed) stream.respond(failed(internal, String(error)), { endStream: true });
      });
    });
  }

  static async open(options: GatewayOptions): Promise<Gateway> {
    const gateway = new Gateway(options);
    gateway.server.listen(options.socket);
    await once(gateway.server, "listening");
    return gateway;
  }

  /** Path of the socket to which Terraform connects. */
  get socket(): string {
    return this.options.socket;
  }

  /** True if no Terraform is connected. */
  get idle(): boolean {
    return this.connections.size === 0;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const connection of this.connections) connection.destroy();
    for (const each of this.providers.values()) (await each).stop();
  }

  private async serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Promise<void> {
    const path = headers[":path"] ?? "";
    // Output and other plugin channels, which Terraform does not need.
    if (!path.startsWith(provider)) {
      stream.respond(failed(unimplemented), { endStream: true });
      return;
    }
    const answer = await this.answer(stream, headers, path.slice(provider.length));
    if (stream.destroyed) return;
    const { trailers } = answer;
    if (trailers === undefined) {
      stream.respond(answer.headers, { endStream: true });
      return;
    }
    stream.respond(answer.headers, { waitForTrailers: true });
    stream.once("wantTrailers", () => {
      stream.sendTrailers(trailers);
    });
    stream.end(answer.body);
  }

  private async answer(stream: ServerHttp2Stream, headers: OutgoingHttpHeaders, call: string): Promise<Answer> {
    const body = await collected(stream);
    const said = body.toString("base64");
    const { session: connection } = stream;
    if (connection !== undefined && call === "Configure") this.configurations.set(connection, said);
    const configuration = connection === undefined ? undefined : this.configurations.get(connection);

    const ended = new AbortController();
    stream.once("close", () => {
      ended.abort();
    });
    const ask = async (): Promise<Answer> => (await this.provider(configuration)).call(headers, body, ended.signal);
    if (call === "GetSchema")
      return { ...succeeded, body: await keptSchemas(this.options.program, async () => (await ask()).body) };
    if (call !== "PrepareProviderConfig") return ask();
    // The provider checks the schemas of all 1,500 resources in each such call.
    const prepared = this.prepared.get(said) ?? (await ask());
    this.prepared.set(said, prepared);
    return prepared;
  }

  private async provider(configuration = "none"): Promise<ProviderProcess> {
    const found = this.providers.get(configuration) ?? startProvider(this.options);
    this.providers.set(configuration, found);
    return found;
  }
}
