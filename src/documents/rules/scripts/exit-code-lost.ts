import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { commandsOf, type ShellCommand } from "../../scripts/bash-commands";
import { workflowStep } from "../workflows/examples";
import { bash } from "./examples";

/**
 * Commands that only supply a text: nobody pipes one into tee to learn whether it succeeds. The ends of groups and loops, which mostly
 * contain such commands, are treated alike.
 */
const texts = new Set(["echo", "printf", "cat", "yes", "}", "done", "fi", "esac"]);

export const exitCodeLost: DocumentRule = {
  code: "exit-code-lost",
  severity: "warning",
  summary:
    "The output of a command is piped into tee. The exit code is then that of tee, so the step succeeds although the command fails, and the image is built.",
  source: "Bash Reference Manual, Pipelines: the exit status is that of the last command, unless pipefail is set",
  fail: [
    buildSteps(bash("ansible-playbook site.yml 2>&1 | ▸tee /var/log/site.log")),
    buildSteps(bash('ansible-playbook "$(cat plays)" | ▸tee /var/log/site.log || exit 1')),
    buildSteps(bash("ansible-playbook site.yml |& sudo ▸/usr/bin/tee /var/log/site.log")),
    buildSteps(bash("ansible-playbook site.yml | # keep a log", "▸tee /var/log/site.log")),
  ],
  pass: [
    buildSteps(bash("set -eo pipefail", "ansible-playbook site.yml 2>&1 | tee /var/log/site.log")),
    buildSteps(bash("echo vm.swappiness=1 | sudo tee /etc/sysctl.d/swap.conf")),
    buildSteps(
      bash('echo "deb [arch=$(dpkg --print-architecture)] https://example.com $(lsb_release -cs) stable" | tee /etc/x'),
    ),
    buildSteps(bash("echo `date` $((1 + 2)) $* | tee -a /var/log/build.log")),
    buildSteps(bash('log() { echo "$*" | tee -a /var/log/build.log; }')),
    buildSteps(bash('function log { echo "$*" | tee -a /var/log/build.log; }')),
    buildSteps(bash("'{ echo a; echo b; } | sudo tee /etc/x'")),
    buildSteps(bash('for i in a b; do echo "$i"; done | sudo tee /etc/x')),
    buildSteps(bash("lsblk | tee /var/log/disks.log || true")),
    buildSteps(bash("'lsblk | /usr/bin/tee /var/log/disks.log || :'")),
    buildSteps(bash("lsblk | tee /var/log/disks.log | sort")),
    buildSteps(bash("tee /etc/motd < motd.txt")),
    workflowStep(
      "RunCommand",
      "instanceId.$: $.workflowOutputs.InstanceId",
      "documentName: AWS-RunShellScript",
      "parameters: { commands: [./install.sh | tee /var/log/install.log] }",
    ),
  ],
  // Only for ExecuteBash: sh, which runs the commands of a workflow and some user data, may not know pipefail.
  component: ({ scripts }, report) => {
    for (const script of scripts) {
      const { language, text, where, span } = script;
      if (language !== "bash" || /pipefail|PIPESTATUS/.test(text)) continue;
      const names = new Map<number, string>();
      for (const command of commandsOf(script)) {
        const { name, rest, offset, end } = command;
        const before = endsPipeline(command, text) ? names.get(text.lastIndexOf("|", offset)) : undefined;
        if (before !== undefined && !texts.has(before)) {
          const message = `"${name}" in ${where} hides the exit code of the command before it`;
          report(span(offset, end - rest.length), message, 'start with "set -eo pipefail"');
        }
        // What follows a substitution in backticks has the same end, and comes later.
        if (!names.has(end)) names.set(end, name);
      }
    }
  },
};

/** Checks whether a command is a `tee` at the end of a pipeline whose exit code counts. */
function endsPipeline({ name, rest, hasInput, end }: ShellCommand, script: string): boolean {
  if (name !== "tee" || !hasInput || rest.includes("<")) return false;
  return !/^(\|(?!\|)|\|\|\s*(true|:)(?![\w-]))/.test(script.slice(end));
}
