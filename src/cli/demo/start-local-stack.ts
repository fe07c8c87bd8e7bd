import { givenInStack } from "../../../sandbox/given/given-in-stack";
import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { cacheFolder } from "../../project/package-folder";
import { wantedProvider } from "../../project/provider-lock";
import { terraformEnvironment } from "../../terraform/environment";
import { providerInstallation } from "../../terraform/provider-mirror";
import { withMoto } from "../sandbox/find-moto";
import { sandboxCredentials } from "../sandbox/sandbox-credentials";
import { LocalStack } from "./local-stack";
import type { PreparedStack } from "./prepared-stack";

export interface StartOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** An existing folder for temporary files. */
  readonly temporary: string;
  /** Called with what is done at the moment. */
  readonly doing: (text: string) => void;
  readonly signal: AbortSignal;
  /** Registers a task that stops the local AWS. */
  readonly undoLater: (task: () => Promise<void>) => void;
}

export interface StartedLocally {
  readonly local: LocalStack;
  readonly sandbox: Sandbox;
  /** Number of resources in the local AWS that the stack names but does not create. */
  readonly given: number;
}

/** Starts a local AWS during a synthesis. It has the account of the stack, and all resources that the stack names but does not create. */
export async function startLocalStack(
  synthesis: Promise<PreparedStack>,
  { environment, temporary, doing, signal, undoLater }: StartOptions,
): Promise<StartedLocally> {
  const started = (async () => {
    const withServer = await withMoto({ environment, cache: cacheFolder(), fetching: doing, signal });
    // Nobody can answer a build that waits for an approval.
    const builds = { approval: "at-once" } as const;
    const account = synthesis.then((each) => each.account);
    const sandbox = await startSandbox({ account, environment: withServer, signal, builds });
    undoLater(async () => sandbox.stop());
    return sandbox;
  })();
  // Waits for both even if one fails, so that no process is left running.
  await Promise.allSettled([synthesis, started]);
  const stack = await synthesis;
  const sandbox = await started;
  signal.throwIfAborted();
  const given = givenInStack(stack.content);
  await sandbox.give(given);
  const variables = terraformEnvironment(environment, {
    ...(await providerInstallation(environment, temporary, { constraint: await wantedProvider(stack.path) })),
    ...sandboxCredentials(sandbox.endpoint, temporary),
  });
  return { local: new LocalStack(stack, variables, signal), sandbox, given: given.length };
}
