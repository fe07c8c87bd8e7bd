import type { Clock } from "../clock";
import { saidBy, troubleOf } from "./trouble";

export interface Patience {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Told once when it starts to fail, with what AWS says. */
  readonly onTrouble: (message: string) => void;
  /** Told once when it works again. */
  readonly onRecovery: () => void;
  /** Milliseconds after which it is given up. */
  readonly atMost: number;
}

const longestPause = 60_000;

/**
 * Does it again as long as what keeps it from working may pass: throttling, a lost connection, a fault of AWS's own. Only for what may be done
 * twice: a question, or a request with a token that makes the second a repetition of the first.
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
