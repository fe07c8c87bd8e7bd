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
  /** Folder the stacks are written to; default cdktf.out in the project folder. */
  readonly outdir?: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** What a synthesis that failed has said, for this program to say; both begin an error alike. */
export function synthesisError({ stderr }: Pick<Synthesis, "stderr">): UserError {
  return new UserError(stderr.trim().replace(/^error: /, ""));
}

/** Checks and synthesises a project as `golden-images synth` does, in a process of its own and free of the shell's CDKTF settings. */
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
