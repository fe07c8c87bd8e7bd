import type { ScriptText } from "../scripts/script-text";

/**
 * SSM documents that run the commands in their parameter `commands`, by name.
 * Source: AWS Systems Manager User Guide, "Handling reboots when running commands": exit code 194 on Linux, 3010 on Windows.
 */
export const shellDocuments: ReadonlyMap<
  string | undefined,
  Pick<ScriptText, "language" | "insteadOfRestart">
> = new Map([
  [
    "AWS-RunShellScript",
    {
      language: "bash",
      insteadOfRestart: 'write "exit 194": Systems Manager restarts the machine and runs the command again',
    },
  ],
  [
    "AWS-RunPowerShellScript",
    {
      language: "powershell",
      insteadOfRestart: 'write "exit 3010": Systems Manager restarts the machine and runs the command again',
    },
  ],
]);
