import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { Place } from "../../aws/place";
import { placeOf } from "../../factory/place";
import { loadProject } from "../../project/load-project";
import { terraformLockFile } from "../../project/provider-lock";
import { environmentOf } from "../../project/stacks";
import { plannedJson } from "../../terraform/planned-json";
import { runTerraform, TerraformError, type TerraformOptions } from "../../terraform/run-terraform";
import { unfinishedInTheWay } from "../../terraform/unfinished";
import { environmentNamed } from "../must-exist";
import { readyStack, stackMustExist, type StackOptions } from "../plans/stack";
import { type Existing, findExisting } from "./find-existing";
import { canBeCreatedAgain, importId, lookUp, type PlannedCreate } from "./import-ids";

export interface RecoverOptions extends StackOptions {
  /** Whether to import the found resources into the state. If false, they are only listed. */
  readonly import: boolean;
  readonly say: (line: string) => void;
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
  const { root, stack, say, temporary } = options;
  // A wrong name is refused before anything is written.
  stackMustExist(await loadProject(root), stack);
  const { project, ...ready } = await readyStack(options);
  const terraform = ready.terraform();
  const place = placeOf(environmentNamed(environmentOf(project, stack), project.definitions.environments));
  let found = 0;
  let planned: readonly PlannedCreate[] = [];
  for (let round = 0; round < rounds; round++) {
    const { creates, unfinished, blocked } = await planOf(terraform, temporary);
    planned = creates;
    const existing = planned.length === 0 ? [] : await existingOf(terraform, temporary, planned, place);
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
      !canBeCreatedAgain(create) && importId(create, place) === undefined && lookUp(create, planned) === undefined,
  );
  for (const { address } of unknown) say(`cannot be looked up, and may exist: ${address}`);
  return found;
}

async function existingOf(
  stack: TerraformOptions,
  temporary: string,
  planned: readonly PlannedCreate[],
  place: Place,
): Promise<Existing[]> {
  const folder = join(temporary, "find");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await copyFile(join(stack.folder, terraformLockFile), join(folder, terraformLockFile));
  const { provider, terraform } = JSON.parse(await readFile(join(stack.folder, "cdk.tf.json"), "utf8")) as {
    provider: unknown;
    terraform: { required_providers: unknown };
  };
  return findExisting(
    { ...stack, folder },
    { provider, required_providers: terraform.required_providers },
    planned,
    place,
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
  let json: string;
  try {
    json = await plannedJson(terraform, join(temporary, "plan"));
  } catch (error) {
    const unfinished = await unfinishedInTheWay(error, terraform);
    if (unfinished.length === 0) throw error;
    return { creates: [], unfinished, blocked: true };
  }
  const { resource_changes: changes = [], configuration = {} } = JSON.parse(json) as PlanFile;
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
