import { join, relative } from "node:path";

import { App, TerraformStack } from "cdktf";

import { resolveProject } from "../src/checks/resolve-project";
import { outputContext } from "../src/constructs/document-file";
import type { ResolvedStack } from "../src/factory/resolved-stack";
import { writeBeside } from "../src/files/write-beside";
import type { Problem } from "../src/problems/problem";
import type { Project } from "../src/project/load-project";
import { readProviderLock, terraformLockFile } from "../src/project/provider-lock";
import { stateFolder } from "../src/project/state-files";
import { makeStateFolder } from "../src/project/state-folder";
import { filesOfStack } from "../src/project/terraform-files";
import { ImageConsumerStack } from "./image-consumer-stack";
import { ImageFactoryStack } from "./image-factory-stack";
import { hidePlaceholdersInPaths } from "./paths";
import { StackError } from "./project-stack";
import { laidTerraformFiles, layTerraformFiles, removeTerraformFiles } from "./terraform-files";
import { WindDownStack } from "./wind-down-stack";

/** Problems, and what was written. If a problem is an error, nothing was. */
export type Synthesis = { readonly problems: readonly Problem[] } & ({ readonly stacks?: undefined } | Synthesised);

/** What was written. */
export interface Synthesised {
  /** Names of the stacks. */
  readonly stacks: readonly string[];
  /** The project of the stacks. */
  readonly project: Project;
}

export interface SynthesisOptions {
  /** Commit of the definitions, for the tags of AMIs. Default: none. */
  readonly commit?: string;
  /** True if results of document checks are cached between runs. Default: false. */
  readonly cached?: boolean;
}

/**
 * Checks the project folder, then writes the stacks of each environment to `outdir`. Writes nothing if there are errors.
 *
 * @param root absolute path of the project folder
 * @param outdir absolute path of the output folder
 */
export async function synthesise(
  root: string,
  outdir: string,
  { commit, cached = false }: SynthesisOptions = {},
): Promise<Synthesis> {
  const { problems, environments } = await resolveProject(root, { outdir, commit, cached });
  if (environments === undefined) return { problems };
  const { project, factories, consumers, windDowns } = environments;
  const stacks: readonly ResolvedStack[] = [...factories, ...consumers, ...windDowns];
  if (stacks.some(({ state }) => "file" in state && state.file.startsWith(`${stateFolder}/`)))
    await makeStateFolder(root);

  const folderOf = (name: string): string => join(outdir, "stacks", name);
  const earlier = new Map<string, readonly string[]>();
  const files = new Map<string, ReadonlyMap<string, string>>();
  for (const { environment, stack: name } of stacks) {
    earlier.set(name, await laidTerraformFiles(folderOf(name)));
    const lock = await readProviderLock(root, environment);
    files.set(
      name,
      new Map([
        ...filesOfStack(name, project.terraformFiles),
        ...(lock === undefined ? [] : [[terraformLockFile, lock] as const]),
      ]),
    );
  }
  try {
    await writeBeside(outdir, async (temporary) => {
      const toProject = relative(join(outdir, "stacks", "stack"), root).replaceAll("\\", "/");
      withoutTokenTraces(() => {
        const app = new App({ outdir: temporary, stackTraces: false, context: { [outputContext]: outdir } });
        for (const factory of factories) new ImageFactoryStack(app, factory.stack, { factory, root, toProject });
        for (const consumer of consumers) new ImageConsumerStack(app, consumer.stack, { consumer, toProject });
        for (const windDown of windDowns) new WindDownStack(app, windDown.stack, { windDown, toProject });
        hidePlaceholdersInPaths(app);
        withoutPreparation(app);
        app.synth();
      });
      for (const [name, laid] of files) await layTerraformFiles(join(temporary, "stacks", name), laid);
    });
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    return { problems: [...problems, ...error.problems] };
  }
  for (const [name, laid] of files) await removeTerraformFiles(folderOf(name), earlier.get(name) ?? [], laid);
  return { problems, stacks: stacks.map(({ stack }) => stack), project };
}

/**
 * Skips CDKTF's preparation of stacks, which resolves everything once more to find references to other stacks. There are none, because the
 * backends of this project do not support reading the state of another stack.
 */
function withoutPreparation(app: App): void {
  for (const stack of app.node.children.filter((child) => TerraformStack.isStack(child)))
    stack.prepareStack = () => undefined;
}

/**
 * Runs a function without the stack traces that CDKTF records for every token, for messages about unresolved tokens. They take up to a third of
 * a synthesis, and more with source maps. Errors still have their own traces.
 */
function withoutTokenTraces(run: () => void): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => undefined;
  try {
    run();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
