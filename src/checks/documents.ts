import { arnName } from "../aws/resource-name";
import { fieldOf, keysOf } from "../definitions/field-of";
import { writtenDocuments } from "../definitions/written-documents";
import { documentName } from "../factory/names";
import { writeOneOf } from "../problems/suggest";
import { platformOfFolder, workflowTypeOfFolder } from "../project/component-names";
import type { Project } from "../project/load-project";
import type { Report } from "./report";
import { sameNames } from "./same-names";

type Section = "components" | "workflows";

/** Returns the documents that a definition can name: those in a folder of a platform or of a workflow type. */
export function usableDocuments(section: Section, { [section]: documents }: Project): string[] {
  const folderOf = section === "components" ? platformOfFolder : workflowTypeOfFolder;
  return [...documents.keys()].filter((document) => folderOf(document) !== undefined);
}

/** Reports settings in environments for documents that do not exist. */
export function reportUndefined(section: Section, project: Project, report: Report): void {
  const usable = usableDocuments(section, project);
  for (const { source, raw } of project.environments.values())
    for (const document of keysOf(fieldOf(raw, section))) {
      if (project[section].has(document)) continue;
      const message = `there is no document "${document}" (${section}/${document}.yaml)`;
      const fix = usable.length === 0 ? "remove it" : writeOneOf(document, usable);
      report({ source, key: [section, document] }, message, fix);
    }
}

/** Reports documents that no definition, valid or not, names, except those in `exempt`. */
export function reportUnnamed(
  section: Section,
  { images, containers, environments, [section]: documents }: Project,
  report: Report,
  exempt: ReadonlySet<string>,
): void {
  const ofEnvironments = [...environments.values()].map(({ raw }) => raw);
  const naming = [
    ...[...images.values(), ...containers.values()].map(({ raw }) => raw),
    ...ofEnvironments.flatMap(pipelinesIn),
  ];
  const named = new Set([
    ...naming.flatMap((raw) => writtenDocuments(section, raw).map(({ document }) => document)),
    ...ofEnvironments.flatMap((raw) => keysOf(fieldOf(raw, section))),
  ]);
  for (const { document, file } of documents.values()) {
    if (named.has(document) || exempt.has(document)) continue;
    const code = `${section.slice(0, -1)}-unused`;
    const fix = `name it in an image, remove it, or say why it stays: # check-ignore-file ${code}: <reason>`;
    report({ file }, `no image names "${document}"`, fix);
  }
}

/** Returns the further pipelines in the text of an environment. */
function pipelinesIn(environment: unknown): unknown[] {
  return ["images", "containers"]
    .flatMap((kind) => valuesOf(fieldOf(environment, kind)))
    .flatMap((built) => valuesOf(fieldOf(built, "pipelines")));
}

function valuesOf(map: unknown): unknown[] {
  return keysOf(map).map((key) => fieldOf(map, key));
}

/** Reports documents whose names become equal in ARNs. */
export function reportSameNames(section: Section, { [section]: documents }: Project, report: Report): void {
  const named = [...documents.values()].map(({ document, file }) => ({ name: documentName(document), file }));
  for (const { item, other } of sameNames(named)) {
    const message = `"${other.file}" is also the ${section.slice(0, -1)} "${arnName(item.name)}" in ARNs`;
    report({ file: item.file }, message, "rename one of the two");
  }
}
