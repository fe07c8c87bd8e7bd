import { rm } from "node:fs/promises";
import { join } from "node:path";

import { defaultQuotas } from "../../aws/quotas";
import { hasErrors, inspectProject } from "../../checks/inspect-project";
import { printProblems } from "../../checks/print-problems";
import { makeTemporaryFolder } from "../../files/left-over";
import { UserError } from "../../files/user-error";
import { resolveFactories } from "../../project/factories";
import { howToInstallTerraform, terraformBinary } from "../../terraform/binary";
import { isOnPath } from "../../terraform/on-path";
import { copyProject } from "../copy-project";
import { progressOn, type Step } from "../progress";
import { paper } from "../screen";
import { synthesisedStacks } from "../synthesised-stacks";
import type { Terminal } from "../terminal";
import { buildImage } from "./build-image";
import { cleanupStack } from "./cleanup";
import { keepRunning } from "./keep-running";
import type { LocalStack } from "./local-stack";
import { type PreparedStack, preparedStack } from "./prepared-stack";
import { showEdit, showTypo } from "./show-edit";
import type { Stage } from "./stage";
import { startLocalStack } from "./start-local-stack";
import { tables } from "./tables";
import { whatExists, whatIsLeft } from "./what-exists";

export interface DemoOptions {
  /** The project folder. */
  readonly project: string;
  /** Name of the environment, or of the stack of a consumer. Default: `sandbox`, or the first stack. */
  readonly stack?: string;
  /** Whether to keep everything deployed in the local AWS until Ctrl-C, instead of destroying it. Default: false. */
  readonly keep?: boolean;
  /** If its signal is aborted, the demonstration ends early and stops everything that it has started. */
  readonly terminal: Terminal;
}

/**
 * Shows the whole life of one environment on a local AWS: finds a typo, deploys, plans again, edits, builds an image, destroys. Works on a
 * copy of the project. Leaves no process and no file behind, however it ends.
 *
 * @throws UserError if a step fails, or the reason of the signal
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const { env } = options.terminal;
  const terraform = terraformBinary(env);
  if (!isOnPath(terraform, env)) throw new UserError(howToInstallTerraform(terraform));
  const cleanup = cleanupStack();
  try {
    await demonstrate(options, (task) => {
      cleanup.add(task);
    });
  } finally {
    await cleanup.run();
  }
}

async function demonstrate(
  { project: root, stack, keep = false, terminal }: DemoOptions,
  undoLater: (task: () => Promise<void>) => void,
): Promise<void> {
  const { env: environment, stdout: output } = terminal;
  const signal = terminal.stopSignal();
  const step = progressOn(output, true);
  const temporary = await makeTemporaryFolder("demo");
  undoLater(async () => rm(temporary, { recursive: true, force: true }));
  const copy = join(temporary, "project");
  const { project, lock, problems } = await inspectProject(root);
  if (lock === undefined || hasErrors(problems)) throw new UserError(printProblems(root, problems, paper).trim());
  await copyProject(root, project.dockerfiles.keys(), copy);
  const synthesised = async (folder: string): Promise<PreparedStack> => {
    const outdir = join(temporary, folder);
    await synthesisedStacks(copy, outdir, environment);
    return preparedStack(outdir, stack);
  };

  const { given, local, sandbox } = await step(
    "Check and synthesise, and start a local AWS",
    async (doing) => startLocalStack(synthesised("cdktf.out"), { environment, temporary, doing, signal, undoLater }),
    (started) => `stack ${started.local.stack.name}`,
  );
  const environmentOfStack = project.environments.get(local.stack.name)?.value;
  const { componentsPerRecipe, workflowsPerImage } = environmentOfStack?.quotas ?? defaultQuotas;
  sandbox.quotas.raise({ componentsPerRecipe, workflowsPerImage });
  output.write(`  ${sandbox.endpoint}, account ${sandbox.account}\n`);
  if (given > 0) output.write(`  ${given} things exist in it that the stack names and does not create\n`);
  const stage: Stage = {
    ...{ project, root, copy, local, output, step, signal },
    factory: resolveFactories(project, lock).find((each) => each.environment === local.stack.name),
    synthesiseAgain: async () => synthesised("cdktf.out.edited"),
  };
  // Resources that exist before the demonstration also exist afterwards.
  const before = await whatIsLeft(sandbox.endpoint);
  await showTypo(stage);
  await step("terraform init", async (doing) => {
    await local.terraform(doing).init();
    return "the AWS provider is in place";
  });
  await step("terraform apply", async (doing) => local.apply(doing));
  await planNothing(local, step);
  output.write(`\n${tables(await whatExists(sandbox.endpoint))}\n`);
  await showEdit(stage);
  await planNothing(local, step);
  const built = await buildImage(stage);
  if (keep) {
    await keepRunning(stage, join(temporary, "exports"));
    return;
  }
  await step("terraform destroy", async (doing) => local.destroy(doing));
  await step("Look for anything left", async () => {
    const inAws = (await whatIsLeft(sandbox.endpoint)).filter((each) => !before.includes(each));
    // A pipeline has created the built images, not Terraform, so Terraform does not delete them.
    const images = inAws.filter((each) => built && each.startsWith('image "'));
    const left = [...inAws.filter((each) => !images.includes(each)), ...(await local.terraform().stateList())];
    if (left.length > 0) throw new UserError(`destroy left something behind:\n${left.join("\n")}`);
    return images.length === 0 ? "nothing" : `nothing but ${images.join(", ")}, which was built`;
  });
}

async function planNothing(local: LocalStack, step: Step): Promise<void> {
  await step("terraform plan", async (doing) => {
    const { empty, changes } = await local.terraform(doing).plan();
    const listed = changes.map(({ action, address }) => `\n  ${action} ${address}`);
    if (!empty) throw new UserError(`the second plan is not empty${listed.join("")}`);
    return "nothing to change";
  });
}
