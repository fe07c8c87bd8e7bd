import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { writeOneOf } from "../problems/suggest";
import { loadProject } from "../project/load-project";
import { providerLockFile, readProviderLock } from "../project/provider-lock";
import { readableEnvironments } from "../project/readable";
import { terraformEnvironment } from "../terraform/environment";
import { findProviderMirrorOf, providerInstallation } from "../terraform/provider-mirror";
import { runTerraform } from "../terraform/run-terraform";
import { makeTemporaryFolder } from "./left-over";
import { projectFolder } from "./project-folder";
import { startCommand } from "./start-command";
import { UsageError } from "./usage-error";
import { writeAtomically } from "./write-atomically";

const usage = `Writes which AWS provider each environment runs with: environments/<environment>.terraform.lock.hcl, to be committed.

  npm run provider-lock -- [--project FOLDER] [--upgrade] [--platform PLATFORM]… [ENVIRONMENT…]

  --upgrade   take the newest version that providerVersion allows, not the one that is locked
  --platform  record hashes for this platform too, such as darwin_arm64; from the registry, hashes of all platforms are recorded anyway`;

interface Locked {
  readonly root: string;
  readonly environment: string;
  /** A Terraform version constraint. */
  readonly version: string;
  readonly upgrade: boolean;
  readonly platforms: readonly string[];
}

async function main(cwd: string, signal: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      project: { type: "string" },
      upgrade: { type: "boolean", default: false },
      platform: { type: "string", multiple: true, default: [] },
      help: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const root = projectFolder(values.project, cwd);
  const environments = readableEnvironments(await loadProject(root));
  const unknown = positionals.find((name) => !environments.has(name));
  if (unknown !== undefined)
    throw new UsageError(
      `there is no environment "${unknown}" in environments/; ${writeOneOf(unknown, [...environments.keys()])}`,
    );
  for (const [environment, { providerVersion: version }] of environments) {
    if (positionals.length > 0 && !positionals.includes(environment)) continue;
    const { upgrade, platform: platforms } = values;
    console.log(await lock({ root, environment, version, upgrade, platforms }, signal));
  }
  return 0;
}

/** Locks the provider of one environment, and says to which version. */
async function lock({ root, environment, version, upgrade, platforms }: Locked, signal: AbortSignal): Promise<string> {
  const folder = await makeTemporaryFolder("provider-lock");
  try {
    const configuration = { terraform: { required_providers: { aws: { source: "hashicorp/aws", version } } } };
    await writeFile(join(folder, "main.tf.json"), JSON.stringify(configuration));
    const locked = await readProviderLock(root, environment);
    if (locked !== undefined) await writeFile(join(folder, ".terraform.lock.hcl"), locked);
    const variables = terraformEnvironment(process.env, await providerInstallation(process.env, folder));
    const options = { folder, environment: variables, signal };
    await runTerraform(options, ["init", "-no-color", "-backend=false", ...(upgrade ? ["-upgrade"] : [])]);
    if (platforms.length > 0) {
      // It knows neither mirrors nor the CLI configuration.
      const mirror = await findProviderMirrorOf(process.env);
      const from = mirror === undefined ? [] : [`-fs-mirror=${mirror}`];
      await runTerraform(options, ["providers", "lock", ...from, ...platforms.map((each) => `-platform=${each}`)]);
    }
    const text = await readFile(join(folder, ".terraform.lock.hcl"), "utf8");
    const file = providerLockFile(environment);
    if (text !== locked) await writeAtomically(join(root, file), text);
    const [, chosen = "?"] = /^\s*version\s*=\s*"([^"]+)"/m.exec(text) ?? [];
    return `${file}: hashicorp/aws ${chosen}${text === locked ? ", as it was" : ""}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

startCommand(main, usage);
