import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

import { freePort } from "./free-port";

export interface Moto {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export class MotoUnavailable extends Error {}

/** Maximum time for the start, in seconds. Generous, because the first start compiles the Python files of moto. */
const START_SECONDS = 60;

/**
 * Starts moto_server, which answers for every service except Image Builder.
 *
 * The server is the child of a shell that waits for the end of its input, so it ends when this process ends, whatever the reason. The input
 * is duplicated as descriptor 3, because background jobs of a shell have no input. Ctrl-C in a terminal does not reach the server; the
 * caller decides when to stop it.
 *
 * @param signal aborts the start; the server is stopped before the error is thrown
 * @throws MotoUnavailable if moto_server is not installed or does not start, or the signal's reason if it is aborted
 */
export async function startMoto(environment: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Moto> {
  const port = await freePort();
  const child = spawn(
    "sh",
    [
      "-c",
      `exec 3<&0; moto_server -H 127.0.0.1 -p ${port} & server=$!; (cat <&3 >/dev/null; kill $server) & wait $server`,
    ],
    {
      // EC2InstanceProfileForImageBuilder is an AWS-managed policy. moto loads these only on request.
      env: { ...environment, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
      stdio: ["pipe", "ignore", "pipe"],
      detached: true,
    },
  );
  const output: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stdin.on("error", () => undefined);
  // The event "exit" would be too early: the last output of the server would be missing.
  const closed = once(child, "close");
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await closed;
  };

  const endpoint = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null && signal?.aborted !== true) {
    if (await answers(`${endpoint}/moto-api/`)) return { endpoint, stop };
    await delay(100);
  }
  await stop();
  signal?.throwIfAborted();
  throw new MotoUnavailable(
    output.join("").includes("not found")
      ? "moto_server is not installed: pip install 'moto[server]'"
      : `moto_server does not start:\n${output.join("").slice(-2000)}`,
  );
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
