/** What a command may know of the process that it runs in; handed down so that tests can stand in for it. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /**
   * For a command that has to clean up when it is asked to end: from the first call on, a signal such as Ctrl-C aborts this, with a `Stopped`, and no longer ends the process by
   * itself. Every other command just ends, however busy it is.
   */
  readonly stopSignal: () => AbortSignal;
}

/** That a signal asked the process to end. */
export class Stopped extends Error {
  constructor(readonly by: NodeJS.Signals) {
    super(`stopped by ${by}`);
  }
}

/** Takes the exit code of a command: 0, or 1 where it found problems. Wrong use is 2, and never gets this far. */
export type Finish = (exitCode: number) => void;
