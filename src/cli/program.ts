import { Command } from "@commander-js/extra-typings";

import { adoptCommand } from "./commands/adopt";
import { buildCommand } from "./commands/build";
import { channelsCommand, promoteCommand, rollbackCommand } from "./commands/channels";
import { checkCommand } from "./commands/check";
import { cleanCommand } from "./commands/clean";
import { completeCommand, completionCommand } from "./commands/completion";
import { demoCommand } from "./commands/demo";
import { deployCommand } from "./commands/deploy";
import { ejectCommand } from "./commands/eject";
import { hardenCommand } from "./commands/harden";
import { imagesCommand } from "./commands/images";
import { initCommand } from "./commands/init";
import { lockCommand } from "./commands/lock";
import {
  approveCommand,
  cancelCommand,
  followCommand,
  logsCommand,
  rejectCommand,
  retryCommand,
} from "./commands/one-build";
import { planCommand } from "./commands/plan";
import { providerLockCommand } from "./commands/provider-lock";
import { recoverCommand } from "./commands/recover";
import { reviewCommand } from "./commands/review";
import { sandboxCommand } from "./commands/sandbox";
import { showCommand } from "./commands/show";
import { synthCommand } from "./commands/synth";
import type { Finish, Terminal } from "./terminal";

/** Creators of all commands, in the order of the help text. */
const commands = new Map(
  Object.entries({
    init: initCommand,
    check: checkCommand,
    lock: lockCommand,
    show: showCommand,
    eject: ejectCommand,
    synth: synthCommand,
    "provider-lock": providerLockCommand,
    plan: planCommand,
    review: reviewCommand,
    deploy: deployCommand,
    recover: recoverCommand,
    adopt: adoptCommand,
    harden: hardenCommand,
    build: buildCommand,
    follow: followCommand,
    cancel: cancelCommand,
    retry: retryCommand,
    approve: approveCommand,
    reject: rejectCommand,
    logs: logsCommand,
    images: imagesCommand,
    promote: promoteCommand,
    rollback: rollbackCommand,
    channels: channelsCommand,
    clean: cleanCommand,
    demo: demoCommand,
    sandbox: sandboxCommand,
    completion: completionCommand,
  }),
);

/**
 * Creates the command line parser. A command passes its exit code to `finish`.
 *
 * @param first the first argument. If it names a command, only that command is created, which saves milliseconds
 */
export function program(terminal: Terminal, finish: Finish, first = ""): Command {
  const golden = new Command("golden-images")
    .description("Golden machine images on AWS: plain YAML in, reviewed Terraform for EC2 Image Builder out.")
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText(
      "after",
      "\nExit codes: 0, 1 for problems, 2 for wrong use. Those of plan, review\nand deploy are in their --help.",
    );
  const named = commands.get(first);
  for (const command of named === undefined ? commands.values() : [named])
    golden.addCommand(command(terminal, finish) as Command);
  if (named === undefined) golden.addCommand(completeCommand(terminal, finish), { hidden: true });
  for (const command of [golden, ...golden.commands]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => terminal.stdout.write(text),
        writeErr: (text) => terminal.stderr.write(text),
      })
      .showHelpAfterError('(add "--help" for the options and examples)');
  }
  return golden;
}
