import { withImage, withWindowsImage } from "../example";
import type { ProjectRule } from "../project-rule";

const windows = (setting: string) => withWindowsImage(`removeSsmAgent: ${setting}\n`);

export const ssmAgentPlatform: ProjectRule = {
  code: "ssm-agent-platform",
  refusedBy: "AWS",
  summary: "A Windows image sets removeSsmAgent. Recipes for Windows do not accept that setting, whatever its value.",
  source:
    'service message "Image Builder does not support configuring the SSM Agent on Windows"; issues 23568 and 23569 of hashicorp/terraform-provider-aws: be it true or false',
  fail: [windows("▸false"), windows("▸true")],
  pass: [withImage({ more: "removeSsmAgent: false\n" })],
  eachRecipe({ definition, base }, report) {
    const removes = "removeSsmAgent" in definition ? definition.removeSsmAgent : undefined;
    if (removes === undefined || base?.platform !== "Windows") return;
    const message = `"removeSsmAgent" is "${removes}", but the image is Windows, whose agent belongs to the parent`;
    report(["removeSsmAgent"], message, "remove it; a component can uninstall the agent");
  },
};
