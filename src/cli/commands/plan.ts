import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { onStack } from "../plans/on-stack";
import { reportArguments, reporting } from "../plans/report-arguments";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images plan poc
  golden-images plan poc --format markdown --out plan.md --save poc.tfplan
  golden-images plan poc --drift`;

export function planCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdout } = terminal;
  const command = new Command("plan")
    .description("Plan one environment and review the plan: what happens to each image and why. Applies nothing.")
    .argument("<environment>", "the environment")
    .addOption(projectOption)
    .option("--drift", "report what changed outside Terraform, and nothing else")
    .option("--save <file>", 'keep the plan for "deploy --plan"; it holds the state, with its secrets')
    .option("--base <commit>", "commit whose provider version is compared with (default: the newest)")
    .addHelpText("after", examples);
  return reporting(command).action(async (stack, { project, drift = false, save, base, ...given }) => {
    const report = await reportArguments(given);
    const root = startedProject(project, cwd);
    const [{ makePlan }, { writeReport }] = await Promise.all([
      import("../plans/make-plan"),
      import("../plans/report"),
    ]);
    await onStack(terminal, { root, stack }, async (options) => {
      const { review } = await makePlan({ ...options, report, base, drift, save, now: new Date() });
      await writeReport(review, report, cwd, stdout);
      finish(review.exitCode);
    });
  });
}
