import { Command, InvalidArgumentError } from "@commander-js/extra-typings";

import { maxText } from "../../aws/limits";
import { operateOnBuild } from "../operations/operate-on-build";
import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

interface Answer {
  readonly name: "approve" | "reject";
  readonly action: "RESUME" | "STOP";
  readonly description: string;
  readonly done: string;
}

const approve: Answer = {
  name: "approve",
  action: "RESUME",
  description: "Approve a build whose workflow waits for approval: it continues.",
  done: "approved, the build goes on",
};
const reject: Answer = {
  name: "reject",
  action: "STOP",
  description: "Reject a build whose workflow waits for approval: it fails.",
  done: "rejected, the build fails",
};

export const approveCommand = (terminal: Terminal, finish: Finish) => answerCommand(approve, terminal, finish);
export const rejectCommand = (terminal: Terminal, finish: Finish) => answerCommand(reject, terminal, finish);

function answerCommand({ name, action, description, done }: Answer, terminal: Terminal, finish: Finish) {
  return new Command(name)
    .description(description)
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", "the image; with @version/build for one that is not the newest")
    .addOption(projectOption)
    .option("--step <name>", "the step that waits, where several do")
    .requiredOption("--reason <text>", "why; later steps of the workflow can read it", reasonText)
    .addHelpText(
      "after",
      `
Examples:
  golden-images ${name} poc linux-web --reason "ticket 4711"

Exit code: 0, or 1 if no step waits.`,
    )
    .action(async (where, image, { project, step, reason }) => {
      const [{ answerStep }, { randomUUID }] = await Promise.all([
        import("../../operations/builds/answer-step"),
        import("node:crypto"),
      ]);
      finish(
        await operateOnBuild(terminal, { project, where, image }, async ({ connection }, { built, arn }) => {
          const answered = await answerStep(connection, arn, { action, reason, step, clientToken: randomUUID() });
          terminal.stdout.write(`${built.name} ${answered.name}: ${done}\n`);
          return 0;
        }),
      );
    });
}

/** API field SendWorkflowStepAction.reason. */
function reasonText(given: string): string {
  if (given.length < 1 || given.length > maxText)
    throw new InvalidArgumentError(`It must have 1 to ${maxText} characters.`);
  return given;
}
