import { once } from "node:events";

/** Waits for Ctrl-C, or for another signal that asks the process to end. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
