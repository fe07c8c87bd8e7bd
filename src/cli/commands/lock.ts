import { Command, Option } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import { screenOf } from "../screen";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images lock             after an edit; commit versions.lock.json
  golden-images lock --check     in CI
  golden-images lock --merge     after a merge conflict in versions.lock.json
  golden-images lock --adopt component linux/agent 1.2.3 image base@dev 1.0.0
                                 if AWS has them, with the same content
  golden-images lock --forget dev/aws_s3_bucket.logs
                                 if the bucket is no longer in AWS, or Terraform
                                 must not manage it again

Exit code: 0, or 1 if the project has errors, or --check finds a stale lock.`;

export function lockCommand({ cwd, stdout, stderr }: Terminal, finish: Finish) {
  return new Command("lock")
    .description("Give the next version to everything that changed, and write versions.lock.json.")
    .addOption(projectOption)
    .addOption(new Option("--check", "change nothing; fail if the lock is stale").conflicts(["dryRun", "merge"]))
    .addOption(new Option("--dry-run", "change nothing; show what would change").conflicts("merge"))
    .option("--merge", "first resolve a merge conflict in the lock: keep the versions of both branches")
    .addOption(
      new Option(
        "--forget <what>",
        "forget an environment (dev), or one of its resources (dev/aws_s3_bucket.logs)",
      ).conflicts(["check", "dryRun"]),
    )
    .option(
      "--adopt <what...>",
      "record versions that exist in AWS: kind (component, workflow, image or container), name, version, repeated; name@environment for one environment",
    )
    .addHelpText("after", examples)
    .action(async ({ project, check, dryRun, merge, forget, adopt }) => {
      const root = startedProject(project, cwd);
      const { runLock } = await import("../run-lock");
      const io = {
        out: (text: string) => stdout.write(text),
        err: (text: string) => stderr.write(text),
        ...screenOf(stderr),
      };
      finish(await runLock(root, { check, dryRun, merge, forget, adopt }, io));
    });
}
