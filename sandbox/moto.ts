import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

import { freePort } from "./free-port";

export interface Moto {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export class MotoUnavailable extends Error {}

/** Generous, for the first start compiles moto's Python files. */
const START_SECONDS = 60;

/**
 * Starts moto_server, which answers for every service but Image Builder.
 *
 * It is the child of a shell that waits for its own input to end, so it goes when this process does, however that ends.
 * The input is kept as descriptor 3, for a background job of a shell has none. A terminal's Ctrl-C does not reach it: who uses it
 * decides when it has served.
 *
 * @param signal gives up the start; the server is gone by then
 * @throws MotoUnavailable where it is not installed or does not start, or the signal's reason
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
      // EC2InstanceProfileForImageBuilder is one of AWS's managed policies, which moto knows on request alone.
      env: { ...environment, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
      stdio: ["pipe", "ignore", "pipe"],
      detached: true,
    },
  );
  const output: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stdin.on("error", () => undefined);
  // Not "exit": what the server said last would be missing.
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
