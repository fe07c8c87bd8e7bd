import { Command, Option } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images lock             after an edit; commit versions.lock.json
  golden-images lock --check     in CI
  golden-images lock --merge     after a merge conflict in versions.lock.json
  golden-images lock --adopt component linux/agent 1.2.3 image base@dev 1.0.0
                                 where AWS has these versions already, with the
                                 very content that the files have
  golden-images lock --forget dev/aws_s3_bucket.logs
                                 where the bucket is not in AWS any more, or
                                 Terraform is not to know it again

Exit code: 0, or 1 where the project has errors, or --check finds the lock
stale.`;

export function lockCommand({ cwd, stdout, stderr }: Terminal, finish: Finish) {
  return new Command("lock")
    .description("Give what changed its next version, and write versions.lock.json.")
    .addOption(projectOption)
    .addOption(new Option("--check", "change nothing; fail where the lock is stale").conflicts(["dryRun", "merge"]))
    .addOption(new Option("--dry-run", "change nothing; show what would change").conflicts("merge"))
    .option("--merge", "settle a merge conflict in the lock first: keep the versions of both branches")
    .addOption(
      new Option(
        "--forget <what>",
        "drop what the lock remembers of an environment (dev), or of one thing that it has made (dev/aws_s3_bucket.logs)",
      ).conflicts(["check", "dryRun"]),
    )
    .option(
      "--adopt <what...>",
      "take over versions that AWS has already: kind (component, workflow, image or container), name, version, and so on; name@environment for one alone",
    )
    .addHelpText("after", examples)
    .action(async ({ project, check, dryRun, merge, forget, adopt }) => {
      const root = startedProject(project, cwd);
      const [{ inspectProject }, { runLock }] = await Promise.all([
        import("../../checks/inspect-project"),
        import("../run-lock"),
      ]);
      const io = {
        out: (text: string) => stdout.write(text),
        err: (text: string) => stderr.write(text),
        colour: stderr.isTTY,
      };
      const code = await runLock(root, { check, dryRun, merge, forget, adopt }, io, async (_root, adoptions) => {
        const { lock, problems } = await inspectProject(root, undefined, adoptions);
        return { text: lock?.text ?? "", current: lock?.current, changes: lock?.changes ?? [], problems };
      });
      finish(code);
    });
}
