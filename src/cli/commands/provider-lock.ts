import { Command } from "@commander-js/extra-typings";

import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import { environmentsMustExist } from "../must-exist";
import { projectOption, terraformPlatform } from "../option-values";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images provider-lock
  golden-images provider-lock poc --platform darwin_arm64 linux_amd64
  golden-images provider-lock --upgrade

It writes environments/<environment>.terraform.lock.hcl. Commit that file.`;

export function providerLockCommand({ cwd, env, stdout, stopSignal }: Terminal, finish: Finish) {
  return new Command("provider-lock")
    .description("Lock the version of the AWS provider of each environment.")
    .argument("[environments...]", "by default all")
    .addOption(projectOption)
    .option("--upgrade", "use the newest version that providerVersion allows, not the locked one")
    .option(
      "--platform <platforms...>",
      "also record hashes for these platforms; the registry has those of all platforms",
      terraformPlatform,
    )
    .addHelpText("after", examples)
    .action(async (names, { project, upgrade = false, platform: platforms = [] }) => {
      const signal = stopSignal();
      const root = startedProject(project, cwd);
      const [{ loadProject }, { lockProvider }] = await Promise.all([
        import("../../project/load-project"),
        import("../lock-provider"),
      ]);
      const { environments } = await loadProject(root);
      environmentsMustExist(names, environments.keys());
      const chosen = [...environments].filter(([name]) => names.length === 0 || names.includes(name));
      const broken = chosen.flatMap(([, { value, source }]) => (value === undefined ? [source.file] : []));
      if (broken.length > 0)
        throw new UserError(`nothing was locked: ${broken.join(", ")} cannot be read; see "${howToRun("check")}"`);
      for (const [environment, { value }] of chosen) {
        if (value === undefined) continue;
        const version = value.providerVersion;
        const locked = await lockProvider({ root, environment, version, upgrade, platforms, env, signal });
        stdout.write(`${locked}\n`);
      }
      finish(0);
    });
}
