import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Terraform's dependency lock file, in the folder where it runs. */
export const terraformLockFile = ".terraform.lock.hcl";

/** The dependency lock file of an environment, for both its stacks: relative to the project folder. */
export function providerLockFile(environment: string): string {
  return `environments/${environment}.terraform.lock.hcl`;
}

/** What it says; undefined where there is none, so that `terraform init` chooses. */
export async function readProviderLock(root: string, environment: string): Promise<string | undefined> {
  return readFile(join(root, providerLockFile(environment)), "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
}

/** The version of the AWS provider that a lock names, e.g. `5.100.0`; undefined where it names none. */
export function lockedProvider(lock: string | undefined): string | undefined {
  return /provider "[^"]*\/hashicorp\/aws" \{\s*version\s*=\s*"([^"]+)"/.exec(lock ?? "")?.[1];
}
