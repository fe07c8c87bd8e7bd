import { arnName } from "../../aws/resource-name";
import { helloDocument } from "../../documents/examples";
import { documentName } from "../../factory/names";
import type { Project } from "../../project/load-project";
import { reportUnnamed } from "../documents";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { canReadRecipes } from "../recipes/can-read-recipes";

export const componentUnused: ProjectRule = {
  code: "component-unused",
  severity: "warning",
  summary:
    "No image uses a component document, so it is never deployed. This rule runs only when the whole project is checked.",
  source: "docs/reference.md: an environment holds the components that its images name",
  fail: [{ "components/linux/hello.yaml": `▸${helloDocument}` }],
  pass: [{ "components/linux/hello.yaml": helloDocument, ...withImage({ components: ["linux/hello"] }) }],
  canLook: canReadRecipes,
  project({ project }, report) {
    const nesting = filesByNestedName(project);
    const nested = [...project.components.values()].filter(({ document, file }) =>
      [...(nesting.get(arnName(documentName(document))) ?? [])].some((other) => other !== file),
    );
    reportUnnamed("components", project, report, new Set(nested.map(({ document }) => document)));
  },
};

/**
 * Returns, for each component name in an ARN, the documents that contain the ARN, for example for the action ExecuteDocument. Each document
 * is searched once.
 */
function filesByNestedName({ components }: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const { file, text } of components.values()) {
    for (const [, name = ""] of text.matchAll(/:component\/(?=([^/]*)\/)/g)) {
      files.set(name, (files.get(name) ?? new Set<string>()).add(file));
    }
  }
  return files;
}
