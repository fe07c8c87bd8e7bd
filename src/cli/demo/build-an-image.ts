import { spawn } from "node:child_process";
import { once } from "node:events";

import { hasErrors, inspectProject } from "../../checks/inspect-project";
import { resolveFactories } from "../../project/factories";
import { ownProgram } from "../own-program";
import { UserError } from "../../files/user-error";
import type { ProgressOutput } from "./progress";

export interface BuildOptions {
  /** The project folder. */
  readonly project: string;
  /** An environment that is deployed. */
  readonly name: string;
  /** Leads to the local AWS. The AWS SDK reads that of the process alone, so the build has a process of its own. */
  readonly environment: NodeJS.ProcessEnv;
  readonly output: ProgressOutput;
  readonly signal: AbortSignal;
}

/**
 * Builds the last image of an environment as `golden-images build` does, and shows it step by step.
 *
 * @returns whether there was one to build
 * @throws UserError where the build fails
 */
export async function buildAnImage({ project, name, environment, output, signal }: BuildOptions): Promise<boolean> {
  const image = await lastImage(project, name);
  if (image === undefined) return false;
  output.write(`golden-images build ${name} ${image}\n\n`);
  const child = spawn(process.execPath, [...ownProgram(), "build", name, image, "--project", project], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      output.write(text.toString());
    });
  const [code] = (await once(child, "close")) as [number | null];
  signal.throwIfAborted();
  if (code !== 0) throw new UserError(`the build of ${image} failed`);
  output.write("\n");
  return true;
}

async function lastImage(project: string, name: string): Promise<string | undefined> {
  const { project: checked, lock, problems } = await inspectProject(project);
  if (lock === undefined || hasErrors(problems)) return undefined;
  const factory = resolveFactories(checked, lock).find(({ environment }) => environment === name);
  return factory?.images.at(-1)?.name;
}
