import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { placeOf } from "../factory/resolve-factory";
import { writeOneOf } from "../problems/suggest";
import { loadProject } from "../project/load-project";
import { stacksOf } from "../project/stacks";
import { providerInstallation } from "../terraform/provider-mirror";
import { synthesise } from "./demo/synthesise";
import { makeTemporaryFolder } from "./left-over";
import { projectFolder } from "./project-folder";
import { runRecover } from "./recover/run-recover";
import { startCommand } from "./start-command";
import { UsageError } from "./usage-error";

const usage = `Finds what a deployment that was killed has left in AWS and in no state. Changes nothing in AWS.

  npm run recover -- [--project FOLDER] [--import] STACK

  STACK     an environment, or <environment>-consumer
  --import  import what is found into the state; without it, it is only shown

It looks with the credentials of the shell, and by name: what is found may have been made by somebody else. Needs Terraform 1.5 or newer.`;

async function main(cwd: string, signal: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { project: { type: "string" }, import: { type: "boolean", default: false }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new UsageError("name one stack");
  const root = projectFolder(values.project, cwd);
  const stacks = stacksOf(await loadProject(root));
  const stack = stacks.find((each) => each.name === name);
  if (stack === undefined)
    throw new UsageError(
      `there is no stack "${name}"; ${writeOneOf(
        name,
        stacks.map((each) => each.name),
      )}`,
    );

  const { exitCode, stderr } = await synthesise({ project: root, environment: process.env, signal });
  if (exitCode !== 0) throw new Error(stderr.trim());
  const temporary = await makeTemporaryFolder("recover");
  try {
    const found = await runRecover({
      stackFolder: join(root, "cdktf.out", "stacks", name),
      temporary,
      place: placeOf(stack.definition),
      environment: {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        TF_INPUT: "0",
        ...(await providerInstallation(process.env, temporary)),
      },
      import: values.import,
      say: (line) => {
        console.log(line);
      },
      signal,
    });
    if (found === 0) console.log("nothing exists that is in no state");
    else console.log(values.import ? `${found} imported: now deploy` : `${found} found; import them with --import`);
    return 0;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

startCommand(main, usage);
