import { writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";

import { App } from "cdktf";

import { explainFileError, FileError } from "./src/cli/file-error";
import { printProblems } from "./src/cli/print-problems";
import { writeBeside } from "./src/cli/write-beside";
import { allProblems, hasErrors, inspectProject } from "./src/checks/inspect-project";
import { resolveConsumers } from "./src/project/consumers";
import { resolveFactories } from "./src/project/factories";
import { readProviderLock } from "./src/project/provider-lock";
import { makeStateFolder } from "./src/project/state-folder";
import { stateFolder } from "./src/project/state-files";
import { ImageConsumerStack } from "./stacks/image-consumer-stack";
import { ImageFactoryStack } from "./stacks/image-factory-stack";

/** Checks the project folder, then writes a stack for each role of each environment to `outdir`. Nothing is written where there are errors. */
async function main(root: string, outdir: string): Promise<void> {
  const inspection = await inspectProject(root, outdir);
  const problems = allProblems(inspection);
  if (problems.length > 0) process.stderr.write(printProblems(root, problems, process.stderr.isTTY));
  if (inspection.lock === undefined || hasErrors(problems)) {
    process.exitCode = 1;
    return;
  }
  const factories = resolveFactories(inspection.project, inspection.lock, process.env.GOLDEN_IMAGES_COMMIT);
  const consumers = resolveConsumers(inspection.project);
  const stacks = [
    ...factories.map(({ environment, state }) => ({ environment, name: environment, state })),
    ...consumers.map(({ environment, state, stack }) => ({ environment, name: stack, state })),
  ];
  if (stacks.some(({ state }) => "file" in state && state.file.startsWith(`${stateFolder}/`)))
    await makeStateFolder(root);

  await writeBeside(outdir, async (temporary) => {
    const app = new App({ outdir: temporary });
    const toProject = relative(join(outdir, "stacks", "stack"), root).replaceAll("\\", "/");
    for (const factory of factories) new ImageFactoryStack(app, factory.environment, { factory, root, toProject });
    for (const consumer of consumers) new ImageConsumerStack(app, consumer.stack, { consumer, toProject });
    app.synth();
    for (const { environment, name } of stacks) {
      const lock = await readProviderLock(root, environment);
      if (lock !== undefined) await writeFile(join(temporary, "stacks", name, ".terraform.lock.hcl"), lock);
    }
  });
}

main(process.cwd(), resolve(process.env.CDKTF_OUTDIR ?? "cdktf.out")).catch((error: unknown) => {
  console.error(error instanceof FileError ? error.message : (explainFileError(error) ?? error));
  process.exitCode = 1;
});
