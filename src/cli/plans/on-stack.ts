import { progressOn } from "../progress";
import type { Terminal } from "../terminal";
import { withTemporary } from "../with-temporary";
import type { StackOptions } from "./stack";

/**
 * Calls `run` with everything that Terraform needs to work on a stack, and shows the progress on stderr. If Terraform fails because of the
 * AWS credentials, the error says what to do.
 */
export async function onStack<T>(
  { env: environment, stderr, stopSignal }: Terminal,
  of: Pick<StackOptions, "root" | "stack">,
  run: (options: StackOptions) => Promise<T>,
): Promise<T> {
  const signal = stopSignal();
  try {
    return await withTemporary("plan", async (temporary) =>
      run({ ...of, environment, signal, step: progressOn(stderr), temporary }),
    );
  } catch (error) {
    const { withCredentialHelp } = await import("./credential-faults");
    throw await withCredentialHelp(error, of);
  }
}
