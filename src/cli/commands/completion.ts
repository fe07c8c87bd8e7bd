import { Argument, Command } from "@commander-js/extra-typings";

import { shells, shellScripts } from "../completion/shell-scripts";
import { oneOf } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const help = `
Examples:
  source <(golden-images completion bash)       in ~/.bashrc
  source <(golden-images completion zsh)        in ~/.zshrc, after compinit
  golden-images completion fish | source        in ~/.config/fish/config.fish

It completes commands, options and their values, and names of the project:
environments, images and rules. It completes after the word golden-images.
If the package is installed only in a project, define that word first:
  golden-images() { npx golden-images "$@"; }`;

export function completionCommand({ stdout }: Terminal, finish: Finish) {
  return new Command("completion")
    .description("Print a script that completes the commands of this program in a shell.")
    .addArgument(new Argument("<shell>", shells.join(", ")).argParser(oneOf(shells)))
    .addHelpText("after", help)
    .action((shell) => {
      stdout.write(shellScripts[shell]);
      finish(0);
    });
}

/** Creates the hidden command that the completion scripts of the shells call. */
export function completeCommand({ cwd, stdout }: Terminal, finish: Finish) {
  return new Command("complete")
    .description("Answer a shell: what may follow these words.")
    .argument("[words...]", "after --, the words of the command line up to the cursor")
    .action(async (words, _options, self) => {
      const [{ complete }, { projectValues }] = await Promise.all([
        import("../completion/complete"),
        import("../completion/project-values"),
      ]);
      const program = self.parent ?? self;
      for (const { value, description } of await complete(program, words, projectValues(cwd)))
        stdout.write(description === "" ? `${value}\n` : `${value}\t${description}\n`);
      finish(0);
    });
}
