import { Command, Option } from "@commander-js/extra-typings";

import { askIn } from "../ask";
import { projectOption, wholeNumber } from "../option-values";
import { onStack } from "../plans/on-stack";
import { acceptOption, checkAccepted, userDataOption } from "../plans/report-arguments";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";
import { UsageError } from "../usage-error";

const examples = `
Examples:
  golden-images deploy poc
  golden-images deploy poc --plan poc.tfplan --yes --accept schedule-removed

It refuses a plan of another environment or commit, a stale plan, and findings
that are not accepted.

Exit code: 0 if the plan is applied or nothing changes, 3 if a finding is not
accepted, 1 if the answer was not "yes", it failed, or was called wrongly.`;

export function deployCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdin, stdout } = terminal;
  return new Command("deploy")
    .description("Review a plan of one environment, then apply that plan and nothing else.")
    .argument("<environment>", "the environment")
    .addOption(projectOption)
    .option("--plan <file>", 'the plan that "plan --save" kept (default: make a plan and show it)')
    .option("--yes", "apply without asking, for CI")
    .addOption(
      new Option("--parallelism <number>", "how many resources Terraform changes at once; fewer where AWS throttles")
        .argParser(wholeNumber(1, 100))
        .default(10),
    )
    .addOption(acceptOption)
    .addOption(userDataOption)
    .addHelpText("after", examples)
    .action(async (stack, { project, plan, yes = false, parallelism, accept, showUserData = false }) => {
      await checkAccepted(accept);
      const root = startedProject(project, cwd);
      if (!yes && !stdin.isTTY) {
        const [{ loadProject }, { stackMustExist }] = await Promise.all([
          import("../../project/load-project"),
          import("../plans/stack"),
        ]);
        stackMustExist(await loadProject(root), stack);
        throw new UsageError("there is no terminal to ask at; add --yes to apply without asking");
      }
      const { runDeploy } = await import("../plans/run-deploy");
      const code = await onStack(terminal, { root, stack }, async (options) =>
        runDeploy({
          ...options,
          report: { format: "text", accepted: accept, showUserData },
          now: new Date(),
          plan,
          parallelism,
          confirm: async (question) => yes || (await askIn(terminal, question, options.signal)) === "yes",
          output: stdout,
        }),
      );
      finish(code);
    });
}
