import { helloDocument } from "../../documents/examples";
import { reportSameNames } from "../documents";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

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
    reportSameNames("components", project, report);
  },
};
