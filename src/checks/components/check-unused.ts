import { arnName } from "../../aws/resource-name";
import { exampleProject } from "../../definitions/rules";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { documentName } from "../../factory/names";
import { fieldOf, keysOf } from "../field-of";
import type { ComponentFile, Project } from "../../project/load-project";
import { helloDocument } from "../../documents/examples";

export const componentUnused: Rule = {
  code: "component-unused",
  severity: "warning",
  summary:
    "No image uses a component document, so it is never deployed. This rule runs only when the whole project is checked.",
  source: "docs/reference.md: an environment holds the components that its images name",
  fail: [{ "components/linux/hello.yaml": `▸${helloDocument}` }],
  pass: [
    {
      "components/linux/hello.yaml": helloDocument,
      "images/base.yaml": exampleProject.image.replace("- aws: update-linux", "- linux/hello"),
    },
  ],
};

/** Finds the component documents that no image names. Says nothing while an image cannot be read: it may name any of them. */
export function checkUnused(project: Project): Problem[] {
  if (!canFindUnused(project)) return [];
  const named = new Set(
    [...project.images.values(), ...project.containers.values()].flatMap(({ raw }) => componentsNamed(raw)),
  );
  for (const { raw } of project.environments.values())
    for (const document of keysOf(fieldOf(raw, "components"))) named.add(document);
  const nesting = filesByNestedName(project);
  const isNested = ({ document: path, file }: ComponentFile): boolean =>
    [...(nesting.get(arnName(documentName(path))) ?? [])].some((other) => other !== file);
  return [...project.components.values()]
    .filter((component) => !named.has(component.document) && !isNested(component))
    .map(({ document: path, file }) =>
      problemOf(
        componentUnused,
        file,
        fileStart,
        `no image names "${path}"`,
        `name it in an image, remove it, or say why it stays: # check-ignore-file ${componentUnused.code}: <reason>`,
      ),
    );
}

/** Whether every image and container is at least well-formed YAML. */
export function canFindUnused(project: Project): boolean {
  return [...project.images.values(), ...project.containers.values()].every(({ raw }) => raw !== undefined);
}

/** As far as they can be made out: an image with another mistake uses its components all the same. */
function componentsNamed(raw: unknown): string[] {
  const references = fieldOf(raw, "components");
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown) => {
    const name = typeof reference === "string" ? reference : fieldOf(reference, "component");
    return typeof name === "string" ? [name] : [];
  });
}

/** Which documents run others by their ARN, as the action ExecuteDocument does, by the names in these ARNs. Each is looked through once. */
function filesByNestedName({ components }: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const { file, text } of components.values()) {
    for (const [, name = ""] of text.matchAll(/:component\/(?=([^/]*)\/)/g)) {
      files.set(name, (files.get(name) ?? new Set<string>()).add(file));
    }
  }
  return files;
}
