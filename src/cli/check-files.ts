import { relative, resolve, sep } from "node:path";

import type { Platform } from "../aws/platform";
import { spaced } from "../collections/spaced";
import { checkDocument } from "../documents/check-document";
import type { ComponentDocument } from "../documents/component-document";
import { documentRules } from "../documents/rules";
import type { WorkflowType } from "../documents/workflows/workflow-action";
import type { WorkflowDocument } from "../documents/workflows/workflow-document";
import { decodeText, sizeFault } from "../problems/decode-text";
import { missingFile } from "../problems/file-missing";
import type { Problem } from "../problems/problem";
import type { Rule } from "../problems/rule";
import { mayBeSilenced, silence } from "../problems/silence";
import { platformOfFolder, workflowTypeOfFolder } from "../project/component-names";

/** Codes of the rules that can be checked on a document alone. All other rules need the whole project. */
export const codesOfDocuments = new Set(documentRules.map(({ code }) => code));

/** What {@link checkFiles} needs from the project. */
export interface FileChecks {
  /** The project folder. Problems name the files in it relative to it. */
  readonly root: string;
  /** Returns the content of a file, given as problems name it; undefined if it does not exist. */
  readonly readBytes: (file: string) => Uint8Array | undefined;
  /** Returns all problems of the project, for files that can only be checked as part of it. */
  readonly project: () => Promise<readonly Problem[]>;
  /** Returns all rules, which comments may silence. Called only if a file has such a comment. */
  readonly rules: () => Promise<readonly Rule[]>;
}

/** The result of {@link checkFiles}. */
export interface CheckedFiles {
  readonly problems: readonly Problem[];
  /** How each file was checked, e.g. `images/base.yaml: an image, held against the whole project`. */
  readonly checked: readonly string[];
}

/**
 * Checks single files, in the project or elsewhere. Component and workflow documents are checked alone; definitions of images, containers and
 * environments are checked within the project.
 *
 * @param platform of the component documents. Default: the platform of their folder in the project, or else the one that their actions show
 */
export async function checkFiles(
  files: readonly string[],
  platform: Platform | undefined,
  checks: FileChecks,
): Promise<CheckedFiles> {
  const names = [...new Set(files.map((file) => nameOf(file, checks.root)))];
  const definitions = new Map(
    names.flatMap((file) => {
      const kind = kindsByFolder.get(file.slice(0, file.indexOf("/")));
      return kind === undefined ? [] : [[file, kind] as const];
    }),
  );
  const documents = names.filter((file) => !definitions.has(file));
  const ofDefinitions = definitions.size === 0 ? [] : await checks.project();
  const ofDocuments = await Promise.all(documents.map((file) => checkFile(file, platform, checks)));
  const gone = [...definitions.keys()].filter((file) => checks.readBytes(file) === undefined);
  return {
    problems: [
      ...ofDocuments.flatMap(({ problems }) => problems),
      ...gone.map(missingFile),
      ...ofDefinitions.filter(({ file }) => definitions.has(file)),
    ],
    checked: [
      ...ofDocuments.flatMap(({ checked }) => checked),
      ...[...definitions]
        .filter(([file]) => !gone.includes(file))
        .map(([file, kind]) => `${file}: ${kind}, held against the whole project`),
    ],
  };
}

const kindsByFolder: ReadonlyMap<string, string> = new Map([
  ["images", "an image"],
  ["containers", "a container"],
  ["environments", "an environment"],
]);

async function checkFile(
  file: string,
  platform: Platform | undefined,
  { readBytes, rules }: FileChecks,
): Promise<CheckedFiles> {
  const bytes = readBytes(file);
  if (bytes === undefined) return { problems: [missingFile(file)], checked: [] };
  const tooLarge = sizeFault(file, bytes.length);
  if (tooLarge !== undefined) return { problems: [tooLarge], checked: [] };
  const { text, fault } = decodeText(file, bytes);
  if (fault !== undefined) return { problems: [fault], checked: [] };
  const folder = file.startsWith("components/") ? platformOfFolder(file.slice("components/".length)) : undefined;
  const workflowType = file.startsWith("workflows/")
    ? workflowTypeOfFolder(file.slice("workflows/".length))
    : undefined;
  const { document, problems } = checkDocument(file, text, { platform: platform ?? folder, workflowType });
  const silencing = mayBeSilenced(text) ? { rules: await rules(), ran: codesOfDocuments, isDocument: true } : undefined;
  return {
    problems: silencing === undefined ? problems : silence(file, text, problems, silencing),
    checked: document === undefined ? [] : [`${file}: ${inWords(document, platform ?? folder, workflowType)}`],
  };
}

function inWords(
  document: ComponentDocument | WorkflowDocument,
  platform: Platform | undefined,
  workflowType: WorkflowType | undefined,
): string {
  if (document.kind === "workflow") return spaced("a", workflowType?.toLowerCase(), "workflow document");
  const platforms = platform === undefined ? document.platforms : [platform];
  return `a component document${platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`}`;
}

/** Returns the name of a file in problems: relative to the project folder, or as given if the file is outside of it. */
function nameOf(file: string, root: string): string {
  const path = relative(root, resolve(root, file));
  return (path.startsWith("..") ? file : path).split(sep).join("/");
}
