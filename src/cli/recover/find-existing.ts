import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Place } from "../../aws/place";
import { UserError } from "../../files/user-error";
import { runTerraform, type TerraformOptions } from "../../terraform/run-terraform";
import { importId, lookUp, type PlannedCreate } from "./import-ids";

/** A resource that exists in AWS but not in the state. */
export interface Existing {
  readonly address: string;
  /** Id of the resource for `terraform import`. */
  readonly id: string;
}

/** The part of a stack's configuration that Terraform needs to read from AWS. */
export interface Provider {
  readonly provider: unknown;
  readonly required_providers: unknown;
}

/**
 * Finds the planned resources that already exist. Uses the AWS provider of the stack, and so its credentials, its role and its check of the
 * account. Runs in a separate folder, so that no state is changed.
 *
 * @param options with an empty folder
 * @throws UserError if AWS cannot be asked
 */
export async function findExisting(
  options: TerraformOptions,
  provider: Provider,
  planned: readonly PlannedCreate[],
  place: Place,
): Promise<Existing[]> {
  await write(options, "main.tf.json", {
    terraform: { required_providers: provider.required_providers },
    provider: provider.provider,
  });
  await runTerraform(options, ["init", "-no-color"]);
  const lookedUp = await lookUpIds(options, planned);
  const candidates = planned.flatMap(({ address, provider: by, ...rest }) => {
    const id = importId({ address, provider: by, ...rest }, place) ?? lookedUp.get(address);
    return id === undefined ? [] : [{ address, id, provider: by }];
  });
  const found = await whichExist(options, candidates);
  return candidates.filter(({ address }) => found.has(address)).map(({ address, id }) => ({ address, id }));
}

/** Looks up ids that do not follow from names. Returns them by address; resources that do not exist are left out. */
async function lookUpIds(options: TerraformOptions, planned: readonly PlannedCreate[]): Promise<Map<string, string>> {
  let sought = planned.flatMap((create) => {
    const by = lookUp(create, planned);
    return by === undefined ? [] : [{ create, by }];
  });
  while (sought.length > 0) {
    const data: Record<string, Record<string, unknown>> = {};
    for (const { create, by } of sought)
      (data[by.dataSource] ??= {})[create.name] = { ...by.arguments, provider: create.provider };
    await write(options, "look-up.tf.json", { data });
    const { exitCode, stdout } = await runTerraform(options, ["plan", "-json", "-out=look-up"], [0, 1]);
    if (exitCode === 0) break;
    // A data source that finds nothing is an error. The plan succeeds after all such data sources are removed.
    const missing = new Set(linesOf(stdout).map(({ diagnostic }) => diagnostic?.address));
    const left = sought.filter(({ create, by }) => !missing.has(`data.${by.dataSource}.${create.name}`));
    if (left.length === sought.length) throw new UserError(`AWS could not be asked:\n${messagesIn(stdout)}`);
    sought = left;
  }
  if (sought.length === 0) return new Map();
  const { stdout } = await runTerraform({ ...options, onLine: undefined }, ["show", "-json", "look-up"]);
  await write(options, "look-up.tf.json", {});
  const { prior_state: state } = JSON.parse(stdout) as {
    prior_state?: { values?: { root_module?: { resources?: { address: string; values: Record<string, unknown> }[] } } };
  };
  const values = new Map((state?.values?.root_module?.resources ?? []).map((each) => [each.address, each.values]));
  return new Map(
    sought.flatMap(({ create, by }) => {
      const value = values.get(`data.${by.dataSource}.${create.name}`)?.[by.id];
      const [id, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
      return typeof id === "string" && others.length === 0 ? [[create.address, id] as const] : [];
    }),
  );
}

/** Plans to import all candidates. Those that exist are read; for each other one, Terraform reports an error. */
async function whichExist(
  options: TerraformOptions,
  candidates: readonly (Existing & { readonly provider: string })[],
): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  await write(options, "import.tf.json", {
    import: candidates.map(({ address, id, provider }) => ({ to: address, id, provider })),
  });
  // The generated configuration is not used, so it does not matter if it is invalid.
  const { stdout } = await runTerraform(options, ["plan", "-json", "-generate-config-out=generated.tf"], [0, 1]);
  const read = linesOf(stdout).flatMap(({ type, hook }) =>
    type === "refresh_complete" && hook?.id_value ? (hook.resource?.addr ?? []) : [],
  );
  const missing = linesOf(stdout).flatMap(({ diagnostic }) =>
    diagnostic?.summary === "Cannot import non-existent remote object"
      ? (diagnostic.detail?.match(/"([^"]+)"/)?.[1] ?? [])
      : [],
  );
  if (read.length === 0 && missing.length === 0) throw new UserError(`AWS could not be asked:\n${messagesIn(stdout)}`);
  return new Set(read.filter((address) => !missing.includes(address)));
}

interface Line {
  readonly type?: string;
  readonly hook?: { readonly resource?: { readonly addr?: string }; readonly id_value?: string };
  readonly diagnostic?: { readonly summary?: string; readonly detail?: string; readonly address?: string };
}

/** Parses the output of Terraform. Source: Terraform, "Machine-Readable UI". */
function linesOf(stdout: string): Line[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);
}

function messagesIn(stdout: string): string {
  return linesOf(stdout)
    .flatMap(({ diagnostic }) =>
      diagnostic === undefined ? [] : [[diagnostic.summary, diagnostic.detail].filter(Boolean).join(": ")],
    )
    .join("\n");
}

async function write({ folder }: TerraformOptions, file: string, content: object): Promise<void> {
  await writeFile(join(folder, file), JSON.stringify(content));
}
