import { spawn } from "node:child_process";
import { connect, type OutgoingHttpHeaders } from "node:http2";
import { connect as connectSocket } from "node:net";

import { collected } from "./collected";

/** Several stay at a time, and none of them reads schemas in each command, which is what Terraform's own needs much memory for. */
const memory = { GOGC: "200", GOMEMLIMIT: "512MiB" };

/** Runs its first argument until the standard input ends, which it does also where whoever started it was killed. */
const whileAsked = `exec 3<&0
(cat <&3 >/dev/null; kill -9 $$) >/dev/null 2>&1 &
exec "$0" -debug 3<&- </dev/null`;

/** One call of gRPC: a message with headers before and after it. */
export interface Answer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** Undefined where there is no message, so that all is in the headers. */
  readonly trailers?: OutgoingHttpHeaders;
}

/** A provider that was started once and stays, but not longer than this process. */
export interface ProviderProcess {
  call(headers: OutgoingHttpHeaders, body: Buffer, signal?: AbortSignal): Promise<Answer>;
  stop(): void;
}

interface HowToStart {
  readonly program: string;
  /** Where it runs: documents of a stack have paths that are relative to it. */
  readonly folder: string;
  /** Credentials and the endpoint, which it reads when it is configured. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Starts a provider as its own authors do.
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
