import { App } from "cdktf";

import { lines } from "./src/cli/refuse";
import { checkProject } from "./src/project/check-project";
import { resolveFactories } from "./src/project/factories";
import { loadProject } from "./src/project/load-project";
import { ImageFactoryStack } from "./stacks/image-factory-stack";

/** Checks the project folder, then writes one stack an environment to cdktf.out. */
async function main(root: string): Promise<void> {
  const project = await loadProject(root);
  const problems = await checkProject(project);
  if (problems.some(({ severity }) => severity === "error")) {
    console.error(lines(problems));
    process.exitCode = 1;
    return;
  }
  const app = new App();
  for (const factory of resolveFactories(project)) new ImageFactoryStack(app, factory.environment, { factory, root });
  app.synth();
}

void main(process.cwd());
