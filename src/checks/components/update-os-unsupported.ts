import { isForOs } from "../../documents/os-name";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { stepDocument } from "./example";

const updating = (os: string, marker = "") => ({
  "components/linux/update.yaml": stepDocument("build", "UpdateOS"),
  ...withImage({ parent: [`os: ${os}`, "architecture: x86_64"], components: [`${marker}linux/update`] }),
});

export const updateOsUnsupported: ProjectRule = {
  code: "update-os-unsupported",
  severity: "warning",
  summary:
    "A component with the action UpdateOS is used in an image on Amazon Linux 2023, which that action does not support.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-updateos",
  fail: [updating("amazon-linux-2023", "▸")],
  pass: [updating("amazon-linux-2"), updating("ubuntu-24.04")],
  eachComponentUse({ recipe: { base }, at, name, document }, report) {
    const os = base?.osVersion;
    if (os === undefined || !document.actions.includes("UpdateOS") || !isForOs("Amazon Linux 2023", os)) return;
    const message = `"${name}" uses UpdateOS, which does not support "${os}"`;
    report(at, message, "update with dnf in an ExecuteBash step");
  },
};
