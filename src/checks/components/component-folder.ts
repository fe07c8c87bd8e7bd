import { helloDocument } from "../../documents/examples";
import { platformOfFolder } from "../../project/component-names";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

export const componentFolder: ProjectRule = {
  code: "component-folder",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A component document is outside components/linux, components/windows and components/macos. Its folder sets the platform.",
  source: "API field CreateComponent.platform",
  fail: [{ "components/hello.yaml": `▸${helloDocument}` }, { "components/ubuntu/hello.yaml": `▸${helloDocument}` }],
  pass: [{ "components/linux/hello.yaml": helloDocument, ...withImage({ components: ["linux/hello"] }) }],
  project({ project }, report) {
    for (const { document, file } of project.components.values())
      if (platformOfFolder(document) === undefined)
        report(
          { file },
          `"${file}" is not in the folder of a platform`,
          "move it to components/linux, components/windows or components/macos",
        );
  },
};
