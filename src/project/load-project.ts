import { join } from "node:path";

import { repeats } from "../collections/repeats";
import { type Definitions, valuesOf } from "../definitions/definitions";
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
import { writtenDocuments } from "../definitions/written-documents";
import { type CheckDocument, checkDocument } from "../documents/check-document";
import type { Problem } from "../problems/problem";
import { componentFile, type DocumentFile, shippedFile, workflowFile } from "./document-file";
import { type MergePlans, mergePlansOf } from "./merge-plan";
import { readFilesBelow, readProjectFile, type TextFile } from "./project-files";
import { readShippedComponents } from "./shipped-components";
import { findStateFiles, type StateFile } from "./state-files";
import { type ValuedDefinitions, valuedDefinitions } from "./valued-definitions";

/** All files of a project, parsed but not yet checked against each other. */
export interface ProjectFiles extends ValuedDefinitions {
  readonly components: ReadonlyMap<string, DocumentFile>;
  readonly workflows: ReadonlyMap<string, DocumentFile>;
  /** Texts of the Dockerfile templates of containers, by path. Missing files are left out. */
  readonly dockerfiles: ReadonlyMap<string, string>;
  /** Problems of files that cannot be read and are neither definitions nor documents. */
  readonly faults: readonly Problem[];
  /** Files whose name is already used by the file `first`. */
  readonly duplicates: readonly { readonly file: string; readonly first: string }[];
  /** The `moved`, `removed` and `import` blocks for existing resources, by stack. */
  readonly adopted: ReadonlyMap<string, Definition<Adopted>>;
  /** Files below terraform/, which are copied to the folders of stacks. */
  readonly terraformFiles: readonly TextFile[];
  /** Text of versions.lock.json. Undefined if the file is missing. */
  readonly lock?: string;
  /** Terraform states in state/ and in the build output. */
  readonly states: readonly StateFile[];
}

/** The files of a project, and the values derived from them that checks, lock and stacks share. */
export interface Project extends ProjectFiles {
  readonly definitions: Definitions;
  readonly mergePlans: MergePlans;
}

export const lockFile = "versions.lock.json";

/**
 * Reads the project folder. Fails only if the file system fails; all other problems are part of the result.
 *
 * @param outdir folder of the build output, which can contain states of earlier versions
 * @param check checks a single document. Default: without a cache
 */
export async function loadProject(
  root: string,
  outdir = join(root, "cdktf.out"),
  check: CheckDocument = checkDocument,
): Promise<Project> {
  const duplicates: { file: string; first: string }[] = [];
  /** Reads the files of a folder by name. If two files have the same name, the first is used. */
  const byName = <V>(folder: string, valueOf: (file: TextFile) => V, wanted?: RegExp): Map<string, V> => {
    const files = readFilesBelow(root, folder, wanted);
    const nameOf = ({ file }: TextFile) => file.slice(folder.length + 1).replace(/\.(ya?ml|json)$/, "");
    const others = repeats(files, nameOf);
    duplicates.push(...others.map(({ item, first }) => ({ file: item.file, first: first.file })));
    const later = new Set(others.map(({ item }) => item));
    return new Map(files.filter((file) => !later.has(file)).map((file) => [nameOf(file), valueOf(file)]));
  };

  // Excludes files that Terraform writes when it runs in the folder.
  const terraformFiles = readFilesBelow(root, "terraform", /^(?!\.)(?!.*\/\.)(?!.*\.tfstate)/);
  const lock = readProjectFile(root, lockFile, maxLockBytes);
  const defined = valuedDefinitions({
    images: byName("images", writtenOf),
    containers: byName("containers", writtenOf),
    environments: byName("environments", writtenOf),
  });
  const dockerfiles = readDockerfiles(root, [...defined.containers.values()]);
  // Uses the raw definitions, so that components are also found if a definition has errors.
  const named = [...defined.images.values(), ...defined.containers.values()].flatMap(({ raw }) =>
    writtenDocuments("components", raw).map(({ document }) => document),
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

/** Maximum size of a lock, in bytes: more than the history of a team ever needs. */
const maxLockBytes = 64 * 1_048_576;

function writtenOf({ file, text, fault }: TextFile): WrittenFile {
  return fault === undefined ? readWritten(file, text) : unreadFile(file, fault);
}

function readDockerfiles(root: string, containers: readonly Definition<ContainerDefinition>[]): TextFile[] {
  const paths = new Set(containers.flatMap(({ value }) => value?.dockerfile ?? []));
  return [...paths].flatMap((path) => readProjectFile(root, path) ?? []);
}
