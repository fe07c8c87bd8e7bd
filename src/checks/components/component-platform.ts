import { platformOfFolder } from "../../project/component-names";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { installDocument, installing } from "./example";

export const componentPlatform: ProjectRule = {
  code: "component-platform",
  refusedBy: "AWS",
  summary: "A component is for another platform than the image.",
  source: 'service message "Component ARN does not match the Parent Image Platform"',
  fail: [
    {
      "components/windows/install.yaml": installDocument("ExecutePowerShell"),
      ...withImage({ components: ["component: ▸windows/install\nparameters: { Packages: jq }"] }),
    },
  ],
  pass: [installing("{ Packages: jq }")],
  eachComponentUse({ recipe: { kind, base }, at, name }, report) {
    const platform = platformOfFolder(name);
    if (platform === undefined || base === undefined || platform === base.platform) return;
    const message = `"${name}" is for ${platform}, the ${kind} is ${base.platform}`;
    report(at, message, `use a component of components/${base.platform.toLowerCase()}`);
  },
};
