import { spawn } from "node:child_process";
import { connect, type OutgoingHttpHeaders } from "node:http2";
import { connect as connectSocket } from "node:net";

import { collected } from "./collected";

/**
 * Memory settings. Several providers run at the same time, and none reads all schemas in each command, which is what needs most of the
 * memory of Terraform's own.
 */
const memory = { GOGC: "200", GOMEMLIMIT: "512MiB" };

/** Shell script that runs its first argument until standard input closes, which also happens if the starting process is killed. */
const whileAsked = `exec 3<&0
(cat <&3 >/dev/null; kill -9 $$) >/dev/null 2>&1 &
exec "$0" -debug 3<&- </dev/null`;

/** Answer to a gRPC call: a message with headers and trailers. */
export interface Answer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** Trailers; undefined if there is no message and the headers contain everything. */
  readonly trailers?: OutgoingHttpHeaders;
}

/** A provider process that runs until it is stopped, but not longer than this process. */
export interface ProviderProcess {
  call(headers: OutgoingHttpHeaders, body: Buffer, signal?: AbortSignal): Promise<Answer>;
  stop(): void;
}

interface HowToStart {
  readonly program: string;
  /** Working folder. Paths of a stack's documents are relative to it. */
  readonly folder: string;
  /** Environment with the credentials and the endpoint, which the provider reads when it is configured. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Starts a provider in debug mode, as its developers do.
 *
 * Source: Terraform, "Plugin Debugging"
 */
export async function startProvider({ program, folder, environment }: HowToStart): Promise<ProviderProcess> {
  const child = spawn("sh", ["-c", whileAsked, program], {
    cwd: folder,
    env: { ...environment, ...memory },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const socket = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /"String":"([^"]+)"/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once("error", reject);
    child.once("exit", () => {
      reject(new Error(`the provider ended:\n${said}`));
    });
  });
  const session = connect("http://provider", { createConnection: () => connectSocket(socket) });
  session.on("error", () => undefined);

  return {
    call: async (headers, body, signal) => {
      const stream = session.request(headers, { signal });
      let answered: OutgoingHttpHeaders = {};
      let trailers: OutgoingHttpHeaders | undefined;
      stream.once("response", (found) => (answered = found));
      stream.once("trailers", (found: OutgoingHttpHeaders) => (trailers = found));
      stream.end(body);
      return { body: await collected(stream), headers: answered, trailers };
    },
    stop: () => {
      session.destroy();
      child.stdin.end();
    },
  };
}
