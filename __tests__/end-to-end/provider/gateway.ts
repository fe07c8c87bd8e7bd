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

/** Codes of gRPC. */
const unimplemented = 12;
const internal = 13;

/** An answer that is nothing else. */
function failed(code: number, message = ""): OutgoingHttpHeaders {
  return { ...succeeded.headers, "grpc-status": String(code), "grpc-message": encodeURIComponent(message) };
}

interface GatewayOptions {
  /** The provider. */
  readonly program: string;
  /** Of Terraform, as that would start the provider. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** A path for it to listen at. */
  readonly socket: string;
}

/**
 * What Terraform takes for one provider that stays. Behind it is one for each configuration, since a provider has one at a time, and one
 * without, for what Terraform asks before it configures any.
 *
 * Each command configures its provider again, as it does with one that it has just started: none acts on an earlier configuration.
 */
export class Gateway {
  /** By their configuration. */
  private readonly providers = new Map<string, Promise<ProviderProcess>>();
  /** The configuration of each connection, of which Terraform makes one for each provider that it would start. */
  private readonly configurations = new WeakMap<Http2Session, string>();
  /** Answers to what a provider says of a configuration, by the configuration. */
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

  /** Where Terraform finds it. */
  get socket(): string {
    return this.options.socket;
  }

  /** No Terraform is connected to it. */
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
    // Output and other channels of plugins, which Terraform can do without.
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
    // It holds all 1,500 resources against the rules of their schemas, each time.
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
