import { spawn } from "node:child_process";
import { once } from "node:events";

import { UserError } from "../../files/user-error";
import { shellWord } from "../../problems/shell-word";
import { ownProgram } from "../own-program";
import type { Stage } from "./stage";

/**
 * Builds the last image of an environment with `golden-images build`, and shows the output of that command.
 *
 * @returns false if the environment has no image
 * @throws UserError if the build fails
 */
export async function buildImage({ copy, factory, local, output, signal }: Stage): Promise<boolean> {
  const image = factory?.images.at(-1)?.name;
  if (image === undefined) return false;
  const { name } = local.stack;
  output.write(`\ngolden-images build ${name} ${shellWord(image)}\n\n`);
  // The AWS SDK reads only the environment variables of its process, so the build runs in another process.
  const child = spawn(process.execPath, [...ownProgram(), "build", name, image, "--project", copy], {
    env: local.environment,
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
