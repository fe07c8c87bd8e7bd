import { resourceNameFault, resourceNameShape } from "../../aws/resource-name";
import { helloDocument } from "../../documents/examples";
import { documentName as nameOf } from "../../factory/names";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const named = (name: string, marker = "") => ({
  [`components/linux/${name}.yaml`]: `${marker}${helloDocument}`,
  ...withImage({ components: [`linux/${name}`] }),
});

export const documentName: ProjectRule = {
  code: "document-name",
  refusedBy: "AWS",
  summary:
    "The path of a component or workflow document, which is its name in AWS, contains invalid characters or is too long.",
  source: "API type ResourceName: letters, digits, spaces, - and _; at most 126 in the AWS provider",
  fail: [named("hello.world", "▸"), named("a".repeat(121), "▸")],
  pass: [named("hello-world"), named("a".repeat(120))],
  project({ project: { components, workflows } }, report) {
    for (const { document, file } of [...components.values(), ...workflows.values()]) {
      const name = nameOf(document);
      const fault = resourceNameFault(name);
      if (fault === undefined) continue;
      const fix = `rename the file: with its folders, ${resourceNameShape}`;
      report({ file }, `"${name}", the name in AWS, ${fault}`, fix);
    }
  },
};
