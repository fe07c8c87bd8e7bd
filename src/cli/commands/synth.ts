import { join, relative, resolve } from "node:path";

import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import { screenOf } from "../screen";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images synth
  CDKTF_OUTDIR=build golden-images synth

The output folder is cdktf.out below the current folder. Each stack is plain
Terraform:
  cd cdktf.out/stacks/poc && terraform init && terraform plan

Exit code: 0, or 1 if the project has errors; then nothing is written.`;

export function synthCommand({ cwd, env, stdout, stderr }: Terminal, finish: Finish) {
  return new Command("synth")
    .description("Check, then write the Terraform JSON of every environment. Needs no Terraform and no network.")
    .addOption(projectOption)
    .addHelpText("after", examples)
    .action(async ({ project }) => {
      const root = startedProject(project, cwd);
      const outdir = resolve(cwd, env.CDKTF_OUTDIR ?? "cdktf.out");
      const { synthesise } = await import("../../../stacks/synthesise");
      const { problems, stacks } = await synthesise(root, outdir, { commit: env.GOLDEN_IMAGES_COMMIT, cached: true });
      const { printProblems } = await import("../../checks/print-problems");
      if (problems.length > 0) stderr.write(printProblems(root, problems, screenOf(stderr)));
      for (const stack of stacks ?? [])
        stdout.write(`${join(relative(cwd, outdir), "stacks", stack, "cdk.tf.json")} written\n`);
      finish(stacks === undefined ? 1 : 0);
    });
}
