import { setTimeout } from "node:timers/promises";

/** A source of time that can also sleep. It is a parameter, so that tests do not have to wait. */
export interface Clock {
  /** Returns the current time in milliseconds since 1970. */
  now(): number;
  /** Waits; returns early if the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the system. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
};
