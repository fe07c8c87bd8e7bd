import { Command, InvalidArgumentError } from "@commander-js/extra-typings";

import { maxText } from "../../aws/limits";
import { operateOnBuild } from "../operations/operate-on-build";
import { formatOption, projectOption, timeSpan } from "../option-values";
import type { Finish, Terminal } from "../terminal";

/** Creates a command that acts on one build. @param which how to name another build than the newest, for the help text */
function buildCommand(name: string, description: string, which: string) {
  return new Command(name)
    .description(description)
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", `the image; with ${which}`)
    .addOption(projectOption);
}

const notNewest = "@version/build for one that is not the newest";

export function followCommand(terminal: Terminal, finish: Finish) {
  const description = "Follow a build: the newest of an image, or one by its ARN.";
  return buildCommand("follow", description, "@version or @version/build for an earlier one")
    .option("--logs", "show the log of the build while it runs")
    .option("--timeout <time>", "stop following after this time, e.g. 90m or 2h; the build continues", timeSpan)
    .addHelpText(
      "after",
      `
Examples:
  golden-images follow poc linux-web
  golden-images follow \\
    arn:aws:imagebuilder:us-east-1:111122223333:image/linux-web/1.0.3/2

Exit code: 0 if the build ends AVAILABLE, 1 if it does not, 130 if following was
interrupted.`,
    )
    .action(async (where, image, { project, logs = false, timeout }) => {
      const { runFollow } = await import("../operations/run-follow");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async (operated, build) =>
          runFollow(operated, { ...build, logs, timeout }, terminal),
        ),
      );
    });
}

export function cancelCommand(terminal: Terminal, finish: Finish) {
  return buildCommand("cancel", "Cancel a running build. Image Builder terminates its instance.", notNewest)
    .addHelpText(
      "after",
      `
Examples:
  golden-images cancel poc linux-web
  golden-images cancel \\
    arn:aws:imagebuilder:us-east-1:111122223333:image/linux-web/1.0.3/2

Exit code: 0 if the build is cancelled, 1 if it has already ended.`,
    )
    .action(async (where, image, { project }) => {
      const { runCancel } = await import("../operations/run-cancel");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async ({ connection }, build) =>
          runCancel(connection, build, terminal.stdout),
        ),
      );
    });
}

export function retryCommand(terminal: Terminal, finish: Finish) {
  const description = "Repeat the tests or the distribution of a failed build, without a new build.";
  return buildCommand("retry", description, notNewest)
    .option("--no-wait", "do not follow it")
    .option("--logs", "show the log of the build while it runs")
    .addHelpText(
      "after",
      `
Examples:
  golden-images retry poc linux-web

It repeats the tests or the distribution, whichever failed. An earlier failure
needs a new build.

Exit code: 0 if the build ends AVAILABLE, 1 if it does not, 130 if following was
interrupted.`,
    )
    .action(async (where, image, { project, wait, logs = false }) => {
      const { runRetry } = await import("../operations/run-follow");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async (operated, build) =>
          runRetry(operated, { ...build, wait, logs }, terminal),
        ),
      );
    });
}

export function logsCommand(terminal: Terminal, finish: Finish) {
  const description = "Show the log of a build, each line with the component that it belongs to.";
  return buildCommand("logs", description, "@version or @version/build for an earlier build")
    .addOption(formatOption())
    .addHelpText(
      "after",
      `
Examples:
  golden-images logs poc linux-web
  golden-images logs poc linux-web@1.0.3/2
  golden-images logs poc linux-web --format json

Each line says which component, phase and step it belongs to.

Exit code: 0, or 1 if there is no log.`,
    )
    .action(async (where, image, { project, format }) => {
      const { runLogs } = await import("../operations/run-logs");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async (operated, build) =>
          runLogs(operated, { ...build, format }, terminal.stdout, terminal.stderr),
        ),
      );
    });
}

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
  done: "approved; the build continues",
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
  return buildCommand(name, description, notNewest)
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

/** Parses the reason of an answer, 1 to 1024 characters. Source: API field SendWorkflowStepAction.reason. */
function reasonText(given: string): string {
  if (given.length < 1 || given.length > maxText)
    throw new InvalidArgumentError(`It must have 1 to ${maxText} characters.`);
  return given;
}
