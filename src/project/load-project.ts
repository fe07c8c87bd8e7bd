import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Definition, readDefinition } from "../definitions/read-definition";
import { type ContainerDefinition, containerSchema } from "../definitions/schema/container";
import { type EnvironmentDefinition, environmentSchema } from "../definitions/schema/environment";
import { type ImageDefinition, imageSchema } from "../definitions/schema/image";
import { type CheckedDocument, checkDocument } from "../documents/check-document";
import { compareText } from "../problems/problem";
import { platformOfFolder, workflowTypeOfFolder } from "./component-names";
import { findStateFiles, type StateFile } from "./state-files";

export interface TextFile {
  /** Relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

export interface DocumentFile extends TextFile {
  /** Path below components/ or workflows/ without its ending: how definitions name it. */
  readonly document: string;
  readonly checked: CheckedDocument;
}

export type ComponentFile = DocumentFile;
export type WorkflowFile = DocumentFile;

/** Everything the user wrote, read but not yet checked against each other. */
export interface Project {
  readonly images: ReadonlyMap<string, Definition<ImageDefinition>>;
  readonly containers: ReadonlyMap<string, Definition<ContainerDefinition>>;
  readonly environments: ReadonlyMap<string, Definition<EnvironmentDefinition>>;
  readonly components: ReadonlyMap<string, ComponentFile>;
  readonly workflows: ReadonlyMap<string, WorkflowFile>;
  /** Texts of the Dockerfile templates that containers name, by path; those that cannot be read are left out. */
  readonly dockerfiles: ReadonlyMap<string, string>;
  /** Files whose name stands for something that another file has defined already. */
  readonly duplicates: readonly { readonly file: string; readonly first: string }[];
  /** versions.lock.json, where there is one. */
  readonly lock?: string;
  /** Terraform's states in state/ and in the build output. */
  readonly states: readonly StateFile[];
}

export const lockFile = "versions.lock.json";

/**
 * Reads the project folder. Fails only where the file system does.
 *
 * @param outdir the folder of the build output, in which states may lie that earlier versions have left
 */
export async function loadProject(root: string, outdir = join(root, "cdktf.out")): Promise<Project> {
  const duplicates: { file: string; first: string }[] = [];
  const byName = <T extends TextFile, V>(
    files: readonly T[],
    folder: string,
    valueOf: (file: T) => V,
  ): Map<string, V> => {
    const first = new Map<string, string>();
    const values = new Map<string, V>();
    for (const file of files) {
      const name = file.file.slice(folder.length + 1).replace(/\.ya?ml$/, "");
      const earlier = first.get(name);
      if (earlier !== undefined) duplicates.push({ file: file.file, first: earlier });
      else {
        first.set(name, file.file);
        values.set(name, valueOf(file));
      }
    }
    return values;
  };

  const [images, containerFiles, environments, components, workflows, lock, states] = await Promise.all([
    readYamlFiles(root, "images"),
    readYamlFiles(root, "containers"),
    readYamlFiles(root, "environments"),
    readYamlFiles(root, "components"),
    readYamlFiles(root, "workflows"),
    readOptional(join(root, lockFile)),
    findStateFiles(root, outdir),
  ]);
  const containers = byName(containerFiles, "containers", ({ file, text }) =>
    readDefinition(file, text, containerSchema),
  );
  return {
    images: byName(images, "images", ({ file, text }) => readDefinition(file, text, imageSchema)),
    containers,
    environments: byName(environments, "environments", ({ file, text }) =>
      readDefinition(file, text, environmentSchema),
    ),
    components: byName(components, "components", componentFile),
    workflows: byName(workflows, "workflows", workflowFile),
    dockerfiles: await readDockerfiles(root, [...containers.values()]),
    duplicates,
    lock,
    states,
  };
}

function componentFile({ file, text }: TextFile): ComponentFile {
  const document = file.slice("components/".length).replace(/\.ya?ml$/, "");
  return { file, text, document, checked: checkDocument(file, text, { platform: platformOfFolder(document) }) };
}

function workflowFile({ file, text }: TextFile): WorkflowFile {
  const document = file.slice("workflows/".length).replace(/\.ya?ml$/, "");
  const checked = checkDocument(file, text, { workflowType: workflowTypeOfFolder(document) });
  return { file, text, document, checked };
}

async function readDockerfiles(
  root: string,
  containers: readonly Definition<ContainerDefinition>[],
): Promise<Map<string, string>> {
  const paths = new Set(containers.flatMap(({ value }) => value?.dockerfile ?? []));
  const texts = await Promise.all(
    [...paths].map(async (path) => [path, await readOptional(join(root, path))] as const),
  );
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

async function readYamlFiles(root: string, folder: string): Promise<TextFile[]> {
  const names = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const files = names
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort(compareText);
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(root, file), "utf8") })));
}

async function readOptional(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** A folder in place of a file is as good as none. */
function isMissing(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    ["ENOENT", "EISDIR", "ENOTDIR"].includes(error.code)
  );
}
