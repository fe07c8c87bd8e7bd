import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { writeAtomically } from "../files/write-atomically";
import { lockedProvider, providerLockFile, readProviderLock, terraformLockFile } from "../project/provider-lock";
import { terraformEnvironment } from "../terraform/environment";
import { findProviderMirrorOf, providerInstallation } from "../terraform/provider-mirror";
import { runTerraform } from "../terraform/run-terraform";
import { withTemporary } from "./with-temporary";

/** Options of {@link lockProvider}. */
export interface ProviderLock {
  readonly root: string;
  readonly environment: string;
  /** Version constraint of the AWS provider in Terraform's syntax, e.g. `~> 6.0`. */
  readonly version: string;
  readonly upgrade: boolean;
  /** Platforms to lock besides the current one, e.g. `darwin_arm64`. */
  readonly platforms: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Locks the AWS provider of an environment with `terraform init`. Returns a sentence that names the file and the version. */
export async function lockProvider(given: ProviderLock): Promise<string> {
  const { root, environment, version, upgrade, platforms, env, signal } = given;
  return withTemporary("provider-lock", async (folder) => {
    const configuration = { terraform: { required_providers: { aws: { source: "hashicorp/aws", version } } } };
    await writeFile(join(folder, "main.tf.json"), JSON.stringify(configuration));
    const locked = await readProviderLock(root, environment);
    if (locked !== undefined) await writeFile(join(folder, terraformLockFile), locked);
    const constraint = upgrade ? version : (lockedProvider(locked) ?? version);
    const variables = terraformEnvironment(env, await providerInstallation(env, folder, { constraint }));
    const options = { folder, environment: variables, signal };
    await runTerraform(options, ["init", "-no-color", "-backend=false", ...(upgrade ? ["-upgrade"] : [])]);
    if (platforms.length > 0) {
      // `terraform providers lock` uses neither mirrors nor the CLI configuration.
      const mirror = await findProviderMirrorOf(env, { constraint });
      const from = mirror === undefined ? [] : [`-fs-mirror=${mirror}`];
      const asked = platforms.map((each) => `-platform=${each}`);
      await runTerraform(options, ["providers", "lock", "-no-color", ...from, ...asked]);
    }
    const text = await readFile(join(folder, terraformLockFile), "utf8");
    const file = providerLockFile(environment);
    if (text !== locked) await writeAtomically(join(root, file), text);
    const [, chosen = "?"] = /^\s*version\s*=\s*"([^"]+)"/m.exec(text) ?? [];
    return `${file}: hashicorp/aws ${chosen}${text === locked ? ", unchanged" : ""}`;
  });
}
