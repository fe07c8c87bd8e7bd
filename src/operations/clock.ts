import { setTimeout } from "node:timers/promises";

/** The time, and waiting for it; handed down so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns early where the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
};
