import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { Place } from "../../aws/place";
import { terraformLockFile } from "../../project/provider-lock";
import { runTerraform, TerraformError, type TerraformOptions } from "../../terraform/run-terraform";
import { unfinishedInTheWay } from "../../terraform/unfinished";
import { type Existing, findExisting } from "./find-existing";
import { canBeCreatedAgain, importId, lookUp, type PlannedCreate } from "./import-ids";

export interface RecoverOptions {
  /** Folder of the stack's cdk.tf.json. */
  readonly stackFolder: string;
  /** An existing folder for temporary files. */
  readonly temporary: string;
  readonly place: Place;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether to import the found resources into the state. If false, they are only listed. */
  readonly import: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Most rounds. After an import, the plan can know more ids: that of a topic's policy needs the ARN of the topic, and so on. */
const rounds = 4;

/**
 * Finds resources that the plan of a stack would create although they exist in AWS, e.g. because an apply was killed, and imports them into
 * the state.
 *
 * Also finds tainted resources (their creation did not finish) that no deployment could replace: Terraform would create the new resource
 * first, but two cannot have the same name; or it must not destroy the old one. They are untainted, and the next deployment does the rest.
 * Changes nothing in AWS.
 *
 * @returns the number of resources found
 */
export async function runRecover(options: RecoverOptions): Promise<number> {
  const { stackFolder, say } = options;
  const terraform: TerraformOptions = {
    folder: stackFolder,
    environment: options.environment,
    signal: options.signal,
  };
  await runTerraform(terraform, ["init", "-no-color"]);
  let found = 0;
  let planned: readonly PlannedCreate[] = [];
  for (let round = 0; round < rounds; round++) {
    const { creates, unfinished, blocked } = await planOf(terraform, options.temporary);
    planned = creates;
    const existing = planned.length === 0 ? [] : await existingOf(options, planned);
    found += existing.length + unfinished.length;
    for (const { address, id } of existing) say(`${options.import ? "importing" : "exists:"} ${address}  ${id}`);
    for (const address of unfinished)
      say(options.import ? `untainting ${address}` : `exists: ${address}, tainted: its creation did not finish`);
    if (blocked && !options.import) say("what else exists is found with --import: until then Terraform makes no plan");
    if (!options.import || existing.length + unfinished.length === 0) break;
    for (const { address, id } of existing) await importInto(terraform, address, id, say);
    for (const address of unfinished) await runTerraform(terraform, ["untaint", "-no-color", address]);
  }
  const unknown = planned.filter(
    (create) =>
      !canBeCreatedAgain(create) &&
      importId(create, options.place) === undefined &&
      lookUp(create, planned) === undefined,
  );
  for (const { address } of unknown) say(`cannot be looked up, and may exist: ${address}`);
  return found;
}

async function existingOf(options: RecoverOptions, planned: readonly PlannedCreate[]): Promise<Existing[]> {
  const folder = join(options.temporary, "find");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await copyFile(join(options.stackFolder, terraformLockFile), join(folder, terraformLockFile));
  const { provider, terraform } = JSON.parse(await readFile(join(options.stackFolder, "cdk.tf.json"), "utf8")) as {
    provider: unknown;
    terraform: { required_providers: unknown };
  };
  return findExisting(
    { folder, environment: options.environment, signal: options.signal },
    { provider, required_providers: terraform.required_providers },
    planned,
    options.place,
  );
}

async function importInto(
  terraform: TerraformOptions,
  address: string,
  id: string,
  say: (line: string) => void,
): Promise<void> {
  try {
    await runTerraform(terraform, ["import", "-no-color", "-input=false", address, id]);
  } catch (error) {
    // The other resources can still be imported, and the next plan shows this resource again.
    if (!(error instanceof TerraformError)) throw error;
    say(`${address} could not be imported: ${error.diagnostics[0]?.summary ?? error.message}`);
  }
}

interface PlanFile {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly change: { readonly actions: readonly string[]; readonly after: Readonly<Record<string, unknown>> | null };
    readonly action_reason?: string;
  }[];
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, { readonly alias?: string; readonly name: string }>>;
    readonly root_module?: {
      readonly resources?: readonly { readonly address: string; readonly provider_config_key: string }[];
    };
  };
}

interface Planned {
  readonly creates: readonly PlannedCreate[];
  /** Addresses of tainted resources that would be replaced by create-before-destroy, or that must not be destroyed. */
  readonly unfinished: readonly string[];
  /** Whether Terraform cannot make a plan because of these resources. */
  readonly blocked: boolean;
}

async function planOf(terraform: TerraformOptions, temporary: string): Promise<Planned> {
  const file = join(temporary, "plan");
  try {
    await runTerraform(terraform, ["plan", "-json", `-out=${file}`]);
  } catch (error) {
    const unfinished = await unfinishedInTheWay(error, terraform);
    if (unfinished.length === 0) throw error;
    return { creates: [], unfinished, blocked: true };
  }
  const { stdout } = await runTerraform(terraform, ["show", "-json", file]);
  const { resource_changes: changes = [], configuration = {} } = JSON.parse(stdout) as PlanFile;
  const providers = new Map(
    (configuration.root_module?.resources ?? []).map(({ address, provider_config_key: key }) => [address, key]),
  );
  const managed = changes.filter(({ mode }) => mode === "managed");
  return {
    creates: managed
      .filter(({ change }) => change.actions.join() === "create")
      .map(({ address, type, name, change }) => ({
        address,
        type,
        name,
        provider: providers.get(address) ?? "aws",
        values: change.after ?? {},
      })),
    unfinished: managed
      .filter(
        ({ change, action_reason: reason }) =>
          change.actions.join() === "create,delete" && reason === "replace_because_tainted",
      )
      .map(({ address }) => address),
    blocked: false,
  };
}
