import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Name of Terraform's dependency lock file. */
export const terraformLockFile = ".terraform.lock.hcl";

/** Returns the path of the dependency lock file of an environment, relative to the project folder. Both stacks of the environment use it. */
export function providerLockFile(environment: string): string {
  return `environments/${environment}.terraform.lock.hcl`;
}

/** Reads the dependency lock file of an environment. Undefined if the file is missing; `terraform init` then selects the versions. */
export async function readProviderLock(root: string, environment: string): Promise<string | undefined> {
  return readFile(join(root, providerLockFile(environment)), "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
}

/**
 * Returns the AWS provider that a synthesised stack needs: the version in the lock file beside it, otherwise the version constraint.
 *
 * @param folder folder of the stack's cdk.tf.json
 */
export async function wantedProvider(folder: string): Promise<string> {
  const lock = await readFile(join(folder, terraformLockFile), "utf8").catch(() => undefined);
  const { terraform } = JSON.parse(await readFile(join(folder, "cdk.tf.json"), "utf8")) as Synthesised;
  return lockedProvider(lock) ?? terraform.required_providers.aws.version;
}

interface Synthesised {
  readonly terraform: { readonly required_providers: { readonly aws: { readonly version: string } } };
}

/** Returns the version of the AWS provider in a dependency lock file, e.g. `5.100.0`. Undefined if there is none. */
export function lockedProvider(lock: string | undefined): string | undefined {
  return lock?.match(/provider "[^"]*\/hashicorp\/aws" \{\s*version\s*=\s*"([^"]+)"/)?.[1];
}
