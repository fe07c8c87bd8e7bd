import { join } from "node:path";

import { Command } from "@commander-js/extra-typings";

import { counted } from "../../collections/counted";
import { environmentNamed } from "../must-exist";
import { projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images recover poc
  golden-images recover poc --import

It searches by name, with the credentials of the shell. Somebody else may have
created what it finds. A resource that the state marks as tainted is found as
well, if AWS would refuse its replacement, or if it is a log bucket, which is
protected from being destroyed.
It needs Terraform 1.5 or newer.`;

export function recoverCommand({ cwd, env, stdout, stopSignal }: Terminal, finish: Finish) {
  return new Command("recover")
    .description(
      "Find resources in AWS that an interrupted deployment did not write to the state, or wrote as unfinished. Changes nothing in AWS.",
    )
    .argument("<stack>", "an environment, or <environment>-consumer")
    .addOption(projectOption)
    .option("--import", "take them into the state; by default they are only shown")
    .addHelpText("after", examples)
    .action(async (name, { project, import: imports = false }) => {
      const signal = stopSignal();
      const root = startedProject(project, cwd);
      const [{ placeOf }, { loadProject }, { wantedProvider }, { stacksOf }, { providerInstallation }] =
        await Promise.all([
          import("../../factory/place"),
          import("../../project/load-project"),
          import("../../project/provider-lock"),
          import("../../project/stacks"),
          import("../../terraform/provider-mirror"),
        ]);
      const [{ synthesise, synthesisError }, { withTemporary }, { runRecover }] = await Promise.all([
        import("../demo/synthesise"),
        import("../with-temporary"),
        import("../recover/run-recover"),
      ]);
      const stacks = new Map(stacksOf(await loadProject(root)).map((each) => [each.name, each.definition]));
      const definition = environmentNamed(name, stacks);
      const { exitCode, stderr } = await synthesise({ project: root, environment: env, signal });
      if (exitCode !== 0) throw synthesisError({ stderr });
      const stackFolder = join(root, "cdktf.out", "stacks", name);
      const constraint = await wantedProvider(stackFolder);
      await withTemporary("recover", async (temporary) => {
        const found = await runRecover({
          stackFolder,
          temporary,
          place: placeOf(definition),
          environment: {
            ...env,
            CHECKPOINT_DISABLE: "1",
            TF_INPUT: "0",
            ...(await providerInstallation(env, temporary, { constraint })),
          },
          import: imports,
          say: (line) => {
            stdout.write(`${line}\n`);
          },
          signal,
        }).catch(async (error: unknown) => {
          const { withCredentialHelp } = await import("../plans/credential-faults");
          throw withCredentialHelp(error, name);
        });
        if (found === 0) stdout.write("AWS has nothing that is missing from the state\n");
        else
          stdout.write(
            imports
              ? `${counted(found, "resource")} recovered; deploy now\n`
              : `${counted(found, "resource")} found; add --import to take them into the state\n`,
          );
        finish(0);
      });
    });
}
