import { arnName } from "../../aws/resource-name";
import { fieldOf, keysOf } from "../../definitions/field-of";
import { writtenComponents } from "../../definitions/written-components";
import { helloDocument } from "../../documents/examples";
import { documentName } from "../../factory/names";
import type { DocumentFile } from "../../project/document-file";
import type { Project } from "../../project/load-project";
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
    const definitions = [...project.images.values(), ...project.containers.values()];
    const named = new Set(definitions.flatMap(({ raw }) => writtenComponents(raw).map(({ document }) => document)));
    for (const { raw } of project.environments.values())
      for (const document of keysOf(fieldOf(raw, "components"))) named.add(document);
    const nesting = filesByNestedName(project);
    const isNested = ({ document, file }: DocumentFile): boolean =>
      [...(nesting.get(arnName(documentName(document))) ?? [])].some((other) => other !== file);
    for (const component of project.components.values()) {
      const { document, file } = component;
      if (named.has(document) || isNested(component)) continue;
      const fix = "name it in an image, remove it, or say why it stays: # check-ignore-file component-unused: <reason>";
      report({ file }, `no image names "${document}"`, fix);
    }
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
