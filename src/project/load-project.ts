import { join } from "node:path";

import { repeats } from "../collections/repeats";
import { type BuildDefinitions, type Definitions, valuesOf } from "../definitions/definitions";
import { fieldOf, keysOf } from "../definitions/field-of";
import {
  type Definition,
  fitDefinition,
  readWritten,
  unreadFile,
  type WrittenFile,
} from "../definitions/read-definition";
import { type Adopted, adoptedSchema } from "../definitions/schema/adopted";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import { writtenComponents } from "../definitions/written-components";
import { type CheckDocument, checkDocument } from "../documents/check-document";
import type { Problem } from "../problems/problem";
import { componentFile, type DocumentFile, shippedFile, workflowFile } from "./document-file";
import { type MergePlans, mergePlansOf } from "./merge-plan";
import { readFilesBelow, readProjectFile, type TextFile } from "./project-files";
import { readShippedComponents } from "./shipped-components";
import { findStateFiles, type StateFile } from "./state-files";
import { valuedDefinitions } from "./valued-definitions";

export type ComponentFile = DocumentFile;
export type WorkflowFile = DocumentFile;

/** Everything the user wrote, read but not yet checked against each other. */
export interface ProjectFiles {
  readonly images: ReadonlyMap<string, Definition<ImageDefinition>>;
  readonly containers: ReadonlyMap<string, Definition<ContainerDefinition>>;
  readonly environments: ReadonlyMap<string, Definition<EnvironmentDefinition>>;
  /** Images and containers as environments see them whose values make a difference. */
  readonly variants: ReadonlyMap<string, BuildDefinitions>;
  readonly components: ReadonlyMap<string, ComponentFile>;
  readonly workflows: ReadonlyMap<string, WorkflowFile>;
  /** Texts of the Dockerfile templates that containers name, by path; those that are not there are left out. */
  readonly dockerfiles: ReadonlyMap<string, string>;
  /** What keeps files from being read that are neither definitions nor documents. */
  readonly faults: readonly Problem[];
  /** Files whose name stands for something that another file has defined already. */
  readonly duplicates: readonly { readonly file: string; readonly first: string }[];
  /** What Terraform is told of resources that exist already, by stack. */
  readonly adopted: ReadonlyMap<string, Definition<Adopted>>;
  /** Files below terraform/, each to lie beside the JSON of a stack. */
  readonly terraformFiles: readonly TextFile[];
  /** versions.lock.json, where there is one. */
  readonly lock?: string;
  /** Terraform's states in state/ and in the build output. */
  readonly states: readonly StateFile[];
}

/** The files of a project, and what checks, lock and stacks all make of them. */
export interface Project extends ProjectFiles {
  readonly definitions: Definitions;
  readonly mergePlans: MergePlans;
}

export const lockFile = "versions.lock.json";

/**
 * Reads the project folder. Fails only where the file system does.
 *
 * @param outdir the folder of the build output, in which states may lie that earlier versions have left
 * @param check how each document is checked by itself
 */
export async function loadProject(
  root: string,
  outdir = join(root, "cdktf.out"),
  check: CheckDocument = checkDocument,
): Promise<Project> {
  const duplicates: { file: string; first: string }[] = [];
  /** What the files of a folder make, by their names. Of two with one name the first counts. */
  const byName = <V>(folder: string, valueOf: (file: TextFile) => V, wanted?: RegExp): Map<string, V> => {
    const files = readFilesBelow(root, folder, wanted);
    const nameOf = ({ file }: TextFile) => file.slice(folder.length + 1).replace(/\.(ya?ml|json)$/, "");
    const others = repeats(files, nameOf);
    duplicates.push(...others.map(({ item, first }) => ({ file: item.file, first: first.file })));
    const later = new Set(others.map(({ item }) => item));
    return new Map(files.filter((file) => !later.has(file)).map((file) => [nameOf(file), valueOf(file)]));
  };

  // Not what Terraform leaves where it is run.
  const terraformFiles = readFilesBelow(root, "terraform", /^(?!\.)(?!.*\/\.)(?!.*\.tfstate)/);
  const lock = readProjectFile(root, lockFile, maxLockBytes);
  const defined = valuedDefinitions({
    images: byName("images", writtenOf),
    containers: byName("containers", writtenOf),
    environments: byName("environments", writtenOf),
  });
  const dockerfiles = readDockerfiles(root, [...defined.containers.values()]);
  // As written: what a definition with a mistake names is there all the same.
  const named = [...defined.images.values(), ...defined.containers.values()].flatMap(({ raw }) =>
    writtenComponents(raw).map(({ document }) => document),
  );
  const listed = [...defined.environments.values()].flatMap(({ raw }) => keysOf(fieldOf(raw, "components")));
  const shipped = await readShippedComponents(new Set([...listed, ...named]));
  return projectOf({
    ...defined,
    components: new Map([
      ...byName("components", (file) => componentFile(file, check)),
      ...shipped.map((each) => [each.document, shippedFile(each, check)] as const),
    ]),
    workflows: byName("workflows", (file) => workflowFile(file, check)),
    dockerfiles: new Map(dockerfiles.map(({ file, text }) => [file, text])),
    adopted: byName("adopted", (file) => fitDefinition(writtenOf(file), adoptedSchema), /\.json$/),
    terraformFiles,
    faults: [...dockerfiles, ...terraformFiles, lock].flatMap((file) => file?.fault ?? []),
    duplicates,
    lock: lock?.text,
    states: await findStateFiles(root, outdir),
  });
}

export function projectOf(files: ProjectFiles): Project {
  const definitions: Definitions = {
    images: valuesOf(files.images),
    containers: valuesOf(files.containers),
    environments: valuesOf(files.environments),
    variants: files.variants,
  };
  return { ...files, definitions, mergePlans: mergePlansOf(definitions, files.components) };
}

/** As much as a team's history ever comes to. */
const maxLockBytes = 64 * 1_048_576;

function writtenOf({ file, text, fault }: TextFile): WrittenFile {
  return fault === undefined ? readWritten(file, text) : unreadFile(file, fault);
}

function readDockerfiles(root: string, containers: readonly Definition<ContainerDefinition>[]): TextFile[] {
  const paths = new Set(containers.flatMap(({ value }) => value?.dockerfile ?? []));
  return [...paths].flatMap((path) => readProjectFile(root, path) ?? []);
}
