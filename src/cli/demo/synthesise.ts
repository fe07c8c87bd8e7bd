import { execFile } from "node:child_process";

import { UserError } from "../../files/user-error";
import { terraformEnvironment } from "../../terraform/environment";
import { ownProgram } from "../own-program";

export interface Synthesis {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SynthesisOptions {
  /** The project folder. */
  readonly project: string;
  /** Folder for the stacks. Default: cdktf.out in the project folder. */
  readonly outdir?: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** Returns the error of a failed synthesis, without the prefix `error: ` that would be repeated. */
export function synthesisError({ stderr }: Pick<Synthesis, "stderr">): UserError {
  return new UserError(stderr.trim().replace(/^error: /, ""));
}

/** Checks and synthesises a project with `golden-images synth` in a separate process, without the CDKTF_… variables of the shell. */
export async function synthesise({ project, outdir, environment, signal }: SynthesisOptions): Promise<Synthesis> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...ownProgram(), "synth"],
      {
        cwd: project,
        env: terraformEnvironment(environment, outdir === undefined ? {} : { CDKTF_OUTDIR: outdir }),
        maxBuffer: 64 * 1024 * 1024,
        signal,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ exitCode: 0, stdout, stderr });
        else if (typeof error.code === "number") resolve({ exitCode: error.code, stdout, stderr });
        else reject(new UserError(`could not run the synthesis: ${error.message}`, { cause: error }));
      },
    );
  });
}
