import { App } from "cdktf";

import { printProblems } from "./src/cli/print-problems";
import { resolveConsumers } from "./src/project/consumers";
import { resolveFactories } from "./src/project/factories";
import { allProblems, hasErrors, inspectProject } from "./src/checks/inspect-project";
import { ImageConsumerStack } from "./stacks/image-consumer-stack";
import { ImageFactoryStack } from "./stacks/image-factory-stack";

/** Checks the project folder, then writes a stack for each role of each environment to cdktf.out. Nothing is written where there are errors. */
async function main(root: string): Promise<void> {
  const inspection = await inspectProject(root);
  const problems = allProblems(inspection);
  if (problems.length > 0) process.stderr.write(printProblems(root, problems, process.stderr.isTTY));
  if (inspection.lock === undefined || hasErrors(problems)) {
    process.exitCode = 1;
    return;
  }
  const app = new App();
  for (const factory of resolveFactories(inspection.project, inspection.lock, process.env.GOLDEN_IMAGES_COMMIT)) {
    new ImageFactoryStack(app, factory.environment, { factory, root });
  }
  for (const consumer of resolveConsumers(inspection.project)) {
    new ImageConsumerStack(app, consumer.stack, { consumer });
  }
  app.synth();
}

void main(process.cwd());
