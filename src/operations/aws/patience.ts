import type { Clock } from "../clock";
import { saidBy, troubleOf } from "./trouble";

/** How long, and with which messages, a failing request is repeated. */
export interface Patience {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Called once when requests start to fail, with the message of AWS. */
  readonly onTrouble: (message: string) => void;
  /** Called once when requests work again. */
  readonly onRecovery: () => void;
  /** Milliseconds of continuous failure after which the error is thrown. */
  readonly atMost: number;
}

const longestPause = 60_000;

/**
 * Repeats a request as long as it fails for a temporary reason: throttling, a lost connection or a fault of AWS. Use it only for idempotent
 * requests: a read, or a request with a client token.
 */
export async function patiently<T>(run: () => Promise<T>, patience: Patience): Promise<T> {
  const { clock, signal, onTrouble, onRecovery, atMost } = patience;
  let failingSince: number | undefined;
  for (let pause = 2_000; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      const result = await run();
      if (failingSince !== undefined) onRecovery();
      return result;
    } catch (error) {
      if (troubleOf(error) !== "passing" || signal?.aborted === true) throw error;
      if (failingSince === undefined) onTrouble(error instanceof Error ? saidBy(error) : String(error));
      failingSince ??= clock.now();
      if (clock.now() - failingSince >= atMost) throw error;
      await clock.sleep(pause, signal);
    }
  }
}
