import { parseArgs } from "node:util";

import { inspectProject } from "../checks/inspect-project";
import { projectFolder } from "./project-folder";
import { runLock } from "./run-lock";

const usage = `Gives every component and recipe a version by its content, and writes versions.lock.json.

  npm run lock -- [--project FOLDER] [--check | --dry-run | --merge]

  --check    change nothing; fail where the lock is stale (for CI)
  --dry-run  change nothing; show what would change
  --merge    settle a merge conflict in the lock first: keep what either branch gave`;

async function main(cwd: string): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean" },
      "dry-run": { type: "boolean" },
      merge: { type: "boolean" },
      project: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const root = projectFolder(values.project, cwd);
  const io = {
    out: (text: string) => process.stdout.write(text),
    err: (text: string) => process.stderr.write(text),
    colour: process.stderr.isTTY,
  };
  return runLock(root, { check: values.check, dryRun: values["dry-run"], merge: values.merge }, io, async () => {
    const { lock, problems } = await inspectProject(root);
    return { text: lock?.text ?? "", current: lock?.current, changes: lock?.changes ?? [], problems };
  });
}

main(process.cwd()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.message}\n\n${usage}` : error);
    process.exitCode = 1;
  },
);
