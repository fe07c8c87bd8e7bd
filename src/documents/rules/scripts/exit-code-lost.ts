import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { commandsOf, type ShellCommand } from "../../scripts/bash-commands";
import { bash } from "./examples";

/** Commands that only supply a text. Nobody pipes one into tee to learn whether it succeeds. */
const texts = new Set(["echo", "printf", "cat", "yes"]);

export const exitCodeLost: DocumentRule = {
  code: "exit-code-lost",
  severity: "warning",
  summary:
    "The output of a command is piped into tee. The exit code is then that of tee, so the step succeeds although the command fails, and the image is built.",
  source: "Bash Reference Manual, Pipelines: the exit status is that of the last command, unless pipefail is set",
  fail: [buildSteps(bash("ansible-playbook site.yml 2>&1 | ▸tee /var/log/site.log"))],
  pass: [
    buildSteps(bash("set -eo pipefail", "ansible-playbook site.yml 2>&1 | tee /var/log/site.log")),
    buildSteps(bash("echo vm.swappiness=1 | sudo tee /etc/sysctl.d/swap.conf")),
    buildSteps(bash("lsblk | tee /var/log/disks.log || true")),
    buildSteps(bash("tee /etc/motd < motd.txt")),
  ],
  eachScript: (script, report) => {
    const { language, text, where, span } = script;
    if (language !== "bash" || /pipefail|PIPESTATUS/.test(text)) return;
    const commands = commandsOf(script);
    for (const [index, command] of commands.entries()) {
      const before = commands[index - 1];
      if (before === undefined || texts.has(before.name) || !endsPipeline(command, text)) continue;
      const message = `"tee" in ${where} hides the exit code of the command before it`;
      report(span(command.offset, command.offset + command.name.length), message, 'start with "set -eo pipefail"');
    }
  },
};

/** Checks whether a command is a `tee` at the end of a pipeline whose exit code counts. */
function endsPipeline({ name, rest, hasInput, offset }: ShellCommand, script: string): boolean {
  if (name !== "tee" || !hasInput || rest.includes("<")) return false;
  return !script.slice(offset + name.length + rest.length).startsWith("|");
}
