import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { projectFolder } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images eject                    list what there is
  golden-images eject linux/harden-ssh

An image that names golden:linux/harden-ssh gets the component of the installed
version. A copy in components/ is yours to change, and upgrades do not change
it.`;

export function ejectCommand({ cwd, stdout }: Terminal, finish: Finish) {
  return new Command("eject")
    .description("Copy a component document of the library into the project, to change it. Without a name, list all.")
    .argument("[component]", "such as linux/harden-ssh")
    .addOption(projectOption)
    .addHelpText("after", examples)
    .action(async (name, { project }) => {
      const root = projectFolder(project, cwd);
      const { shippedComponents } = await import("../../project/shipped-components");
      const shipped = shippedComponents();
      if (name === undefined) {
        for (const { document } of shipped) stdout.write(`${document}\n`);
        finish(0);
        return;
      }
      const [{ loadProject }, { ejectComponent }] = await Promise.all([
        import("../../project/load-project"),
        import("../run-eject"),
      ]);
      for (const line of await ejectComponent(root, name, shipped, await loadProject(root))) stdout.write(`${line}\n`);
      finish(0);
    });
}
