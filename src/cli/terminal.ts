/** The process in which a command runs. It is a parameter, so that tests can replace it. */
export interface Terminal {
  /** The current folder, to which relative paths refer. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /**
   * Returns a signal for commands that have to clean up before they end. After the first call, Ctrl-C, SIGTERM and SIGHUP no longer end the
   * process: they abort the signal with a {@link Stopped} as reason. If a command never calls this, these signals end the process at once.
   */
  readonly stopSignal: () => AbortSignal;
}

/** Error that says which signal asked the process to end. */
export class Stopped extends Error {
  constructor(readonly by: NodeJS.Signals) {
    super(`stopped by ${by}`);
  }
}

/** Takes the exit code of a command: 0, 1 if it found problems, or the result of a review. Wrong use (2) is an error instead. */
export type Finish = (exitCode: number) => void;
