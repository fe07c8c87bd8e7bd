import { arnName } from "../../aws/resource-name";
import { helloDocument } from "../../documents/examples";
import { documentName } from "../../factory/names";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { sameNames } from "../same-names";

export const componentNameTaken: ProjectRule = {
  code: "component-name-taken",
  refusedBy: "AWS",
  unsilenceable: true,
  summary:
    "Two component documents have the same name in AWS. Folders are joined with hyphens, letter case is ignored, and spaces and underscores become hyphens.",
  source: "API type ResourceName: a component's name holds no slash",
  fail: [
    {
      "components/linux/web-server.yaml": `▸${helloDocument}`,
      "components/linux/web/server.yaml": `▸${helloDocument}`,
    },
  ],
  pass: [{ "components/linux/web-server.yaml": helloDocument, ...withImage({ components: ["linux/web-server"] }) }],
  project({ project }, report) {
    const named = [...project.components.values()].map(({ document, file }) => ({
      name: documentName(document),
      file,
    }));
    for (const { item, other } of sameNames(named)) {
      const message = `"${other.file}" is also the component "${arnName(item.name)}" in ARNs`;
      report({ file: item.file }, message, "rename one of the two");
    }
  },
};
