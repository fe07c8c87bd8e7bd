import { environmentText } from "../../definitions/example-texts";
import { knows, terraformSince } from "../../factory/terraform-versions";
import type { ProjectRule } from "../project-rule";
import { movedTo, moving } from "./adopted-example";

const blocks = ["moved", "import", "removed"] as const;

const movingIn = (version: string) => ({
  ...moving(movedTo("aws_iam_role.build")),
  "environments/dev.yaml": environmentText({ before: `terraformVersion: ${version}\n` }),
});

export const adoptedTerraform: ProjectRule = {
  code: "adopted-terraform",
  refusedBy: "Terraform",
  unsilenceable: true,
  summary: "A file below adopted/ uses a block that the oldest Terraform of its environment does not support.",
  source: "release notes of Terraform 1.1 (moved), 1.5 (import) and 1.7 (removed)",
  fail: [movingIn('▸"0.12.24"'), movingIn('▸"1.0"')],
  pass: [movingIn('"1.1"')],
  // Several kinds of blocks may need a newer Terraform, and all are reported at the same key.
  severalAtOnePlace: true,
  project({ project, stacks }, report) {
    for (const [name, { source, value }] of project.adopted) {
      const stack = stacks.find((each) => each.name === name);
      const environment = stack && project.environments.get(stack.environment)?.source;
      if (value === undefined || stack === undefined || environment === undefined) continue;
      for (const block of blocks) {
        if (value[block].length === 0 || knows(stack.definition.terraformVersion, block)) continue;
        const since = terraformSince[block];
        const message = `"${block}" of ${source.file} needs Terraform ${since}`;
        const fix = `write "${since}" or more, or remove ${source.file}`;
        report({ source: environment, path: ["terraformVersion"] }, message, fix);
      }
    }
  },
};
