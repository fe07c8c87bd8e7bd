import { isForOs } from "../../documents/os-name";
import { listOf } from "../../problems/suggest";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { stepDocument } from "./example";

const script = stepDocument("build", "ExecuteBash", "commands:", "  - /opt/update");
const supporting = (systems: string, marker = "") => ({
  "components/linux/update.yaml": `# @supported-os: ${systems}\n${script}`,
  ...withImage({ components: [`${marker}linux/update`] }),
});

export const componentOs: ProjectRule = {
  code: "component-os",
  refusedBy: "AWS",
  summary:
    "A component lists the operating systems that it supports, and the image's is not among them. A name stands for all systems whose names begin with it.",
  source:
    'service message "Component ARN does not support the Parent Image OS Version"; API field CreateComponent.supportedOsVersions: a prefix match',
  fail: [supporting("Ubuntu, Amazon Linux 2022", "▸")],
  pass: [
    supporting("Ubuntu, Amazon Linux 2023"),
    supporting("Amazon Linux"),
    {
      ...supporting("Ubuntu"),
      ...withImage({ parent: ["ssm: /images/base", "platform: Linux"], components: ["linux/update"] }),
    },
  ],
  eachComponentUse({ recipe: { base }, at, name, document }, report) {
    const os = base?.osVersion;
    const { supportedOsVersions: supported } = document;
    if (os === undefined || supported.length === 0 || supported.some((named) => isForOs(named, os))) return;
    const message = `"${name}" is for ${listOf(supported)}, but the OS of the image is "${os}"`;
    report(at, message, `use another component, or add ${os} to its @supported-os if it works there`);
  },
};
