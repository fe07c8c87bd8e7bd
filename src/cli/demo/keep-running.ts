import { writeFile } from "node:fs/promises";

import { howToRun } from "../../problems/how-to-run";
import { paragraph } from "./paragraph";
import type { Stage } from "./stage";
import { untilStopped } from "./until-stopped";

/**
 * Leaves everything as it is until Ctrl-C, for a second shell.
 *
 * @param exports the file that the second shell reads
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
