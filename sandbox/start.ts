import { Clock } from "./clock";
import { FaultInjector } from "./faults/injector";
import { Accounts } from "./gateway/accounts";
import { aliasedClient } from "./gateway/aliased-client";
import type { CallLogEntry } from "./gateway/call-log";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "./gateway/exchange";
import { type Gateway, startGateway } from "./gateway/gateway";
import { motoClient } from "./gateway/moto-client";
import { Aliases } from "./given/aliases";
import type { Given } from "./given/given";
import { makeGiven } from "./given/make-given";
import type { BuildSettings } from "./imagebuilder/builds/build-settings";
import { Builds } from "./imagebuilder/builds/builds";
import type { Quotas } from "./imagebuilder/quotas";
import { ImageBuilderService } from "./imagebuilder/service";
import { startMoto } from "./moto";
import { MotoCalls } from "./moto-calls";
import { allFixes } from "./moto-fixes/all-fixes";
import { scopeOf } from "./signature";
import { worldInMoto } from "./world/world-in-moto";

export interface SandboxOptions {
  /** Account of 12 digits. May be a promise, so that the account can be looked up while the server starts. Default: 123456789012. */
  readonly account?: string | Promise<string>;
  /** Port on 127.0.0.1. Default: a free one. */
  readonly port?: number;
  /** Initial settings of builds. Default: the default settings of `BuildSettings`. */
  readonly builds?: Partial<BuildSettings>;
  /** Environment variables of moto_server, including the PATH on which to search for it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Called with each request to Image Builder. */
  readonly onRequest?: (entry: CallLogEntry) => void;
  /** Aborts the start. No process is left running then. */
  readonly signal?: AbortSignal;
}

export interface Sandbox {
  /** URL of all services, on 127.0.0.1. */
  readonly endpoint: string;
  readonly account: string;
  /** Requests to Image Builder so far. */
  readonly requests: readonly CallLogEntry[];
  /** Calls to all services so far, including Image Builder. */
  readonly calls: readonly CallLogEntry[];
  /** Injects faults. Other processes can use a control call; see `controlAnswer`. */
  readonly faults: FaultInjector;
  /** Builds, with their settings. Other processes can use a control call. */
  readonly builds: Builds;
  readonly clock: Clock;
  /** Quotas. Other processes can raise them with a control call. */
  readonly quotas: Quotas;
  /** Creates the resources that a stack expects to exist, under the IDs that it uses. Skips those that were created before. */
  give(given: readonly Given[]): Promise<void>;
  stop(): Promise<void>;
}

/** Maximum size of a request to Image Builder. Real requests of the AWS SDKs are far smaller. */
const MAX_BODY_BYTES = 1024 * 1024;

async function accountOrStop(
  { account = "123456789012" }: SandboxOptions,
  server: { stop(): Promise<void> },
): Promise<string> {
  try {
    return await account;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Starts a local AWS. Image Builder is implemented here, and moto_server answers for every other service. The signature of a request
 * selects the service.
 *
 * @throws MotoUnavailable if moto_server is not installed or does not start; the signal's reason if it is aborted; the error if there is no
 * account
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const server = await startMoto(options.environment, options.signal);
  const account = await accountOrStop(options, server);
  const plain = motoClient(server.endpoint, new Accounts(account), allFixes());
  const aliases = new Aliases();
  const moto = aliasedClient(plain, aliases);
  const ownCalls = new MotoCalls(plain);
  const faults = new FaultInjector();
  const clock = new Clock();
  const service = new ImageBuilderService({
    account,
    builds: new Builds(options.builds),
    now: () => clock.now(),
    world: worldInMoto(new MotoCalls(moto)),
    readObject: (uri, region) => readObject(ownCalls, uri, region),
    iam: {
      hasRole: async (name) => !faults.hides("role", name) && ownCalls.hasInIam("role", name),
      hasInstanceProfile: async (name) =>
        !faults.hides("instance profile", name) && ownCalls.hasInIam("instance profile", name),
    },
  });
  const given = new Set<string>();
  const requests: CallLogEntry[] = [];
  const calls: CallLogEntry[] = [];
  const gateway = await startGateway({
    port: options.port,
    control: { faults, clock, quotas: service.quotas, builds: service.builds, runDue: () => service.runDue() },
    carryOut: (request, call) =>
      call.service === "imagebuilder" ? imageBuilderAnswer(service, request) : moto.answer(request),
    onCall: (entry) => {
      calls.push(entry);
      if (entry.service !== "imagebuilder") return;
      requests.push(entry);
      options.onRequest?.(entry);
    },
  }).catch(async (error: unknown): Promise<Gateway> => {
    await server.stop();
    throw error;
  });

  return {
    endpoint: `http://127.0.0.1:${gateway.port}`,
    account,
    requests,
    calls,
    faults,
    builds: service.builds,
    clock,
    quotas: service.quotas,
    give: async (things) => {
      const fresh = things.filter((each) => !given.has(JSON.stringify(each)));
      for (const each of fresh) given.add(JSON.stringify(each));
      await makeGiven(fresh, ownCalls, aliases);
    },
    stop: async () => {
      service.builds.stop();
      gateway.close();
      await server.stop();
    },
  };
}

async function imageBuilderAnswer(service: ImageBuilderService, request: WholeRequest): Promise<WholeAnswer> {
  if (request.body.length > MAX_BODY_BYTES) return jsonAnswer(413, { message: "the body is too large" });
  const { status, body, error, source } = await service.answer({
    ...request,
    body: request.body.toString(),
    region: scopeOf(request)?.region ?? "",
  });
  return jsonAnswer(
    status,
    body,
    error === undefined
      ? {}
      : { "x-amzn-errortype": error, "x-sandbox-words": source === undefined ? "own" : `of AWS: ${source}` },
  );
}

async function readObject(moto: MotoCalls, uri: string, region: string): Promise<string | undefined> {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  return moto.object(bucket, key, region);
}
