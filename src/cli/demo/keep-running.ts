import { writeFile } from "node:fs/promises";

import { howToRun } from "../../problems/how-to-run";
import { untilStopped } from "../sandbox/until-stopped";
import { paragraph } from "./paragraph";
import type { Stage } from "./stage";

/**
 * Waits until Ctrl-C, and prints how to use the local AWS from a second shell.
 *
 * @param exports path of the file with variables that the second shell loads
 */
export async function keepRunning({ copy, local, output, signal }: Stage, exports: string): Promise<void> {
  const { name, path } = local.stack;
  const variables = Object.entries(local.environment).filter(([key]) => /^(AWS|TF_CLI|CHECKPOINT)_/.test(key));
  await writeFile(exports, variables.map(([key, value = ""]) => `export ${key}='${value}'\n`).join(""));
  const lines = [
    `. ${exports}`,
    howToRun(`images ${name} --project ${copy}`),
    "aws imagebuilder list-images",
    `terraform -chdir=${path} plan`,
  ];
  output.write(paragraph("Everything stays until Ctrl-C. In another shell:"));
  output.write(`\n${lines.map((line) => `  ${line}\n`).join("")}\n`);
  await untilStopped(signal);
  output.write("stopping ...\n");
}
