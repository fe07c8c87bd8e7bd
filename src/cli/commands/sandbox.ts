import { Command } from "@commander-js/extra-typings";

import { accountId, wholeNumber } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images sandbox
  golden-images sandbox --port 4566 --account 082936434188
  golden-images sandbox --stack cdktf.out/stacks/poc
  golden-images sandbox -- aws imagebuilder list-components

The command runs with environment variables for the local AWS, which stops when
the command ends. The exit code is that of the command. To deploy an environment
to a local AWS, use "golden-images demo --keep": it does not touch your state.

It needs moto_server. If there is none, it is downloaded to node_modules.`;

export function sandboxCommand(terminal: Terminal, finish: Finish) {
  return new Command("sandbox")
    .description("Run the local AWS until Ctrl-C: EC2 Image Builder, and moto_server for the services that it uses.")
    .argument("[command...]", "a command that uses the local AWS; without it, the local AWS runs until Ctrl-C")
    .option("--port <port>", "port on 127.0.0.1 (default: a free one)", wholeNumber(1, 65_535))
    .option("--account <id>", "account of everything in it (default: 123456789012)", accountId)
    .option(
      "--stack <folder>",
      "folder of a synthesised stack; what it names but does not create, such as a subnet, exists from the start",
    )
    .addHelpText("after", examples)
    .action(async (command, { port, account, stack }) => {
      const { runSandbox } = await import("../sandbox/run-sandbox");
      finish(await runSandbox({ command, port, account, stack, terminal }));
    });
}
