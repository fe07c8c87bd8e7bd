/** What a command may know of the process that it runs in; handed down so that tests can stand in for it. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted by the signal that asks the process to end. */
  readonly signal: AbortSignal;
}

/** Takes the exit code of a command: 0, or 1 where it found problems. Wrong use is 2, and never gets this far. */
export type Finish = (exitCode: number) => void;
