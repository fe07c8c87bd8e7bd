import { relative, resolve, sep } from "node:path";

import { checkDocument } from "../documents/check-document";
import type { ComponentDocument, Platform } from "../documents/component-document";
import { documentRules } from "../documents/rules";
import type { WorkflowType } from "../documents/workflows/workflow-action";
import type { WorkflowDocument } from "../documents/workflows/workflow-document";
import { decodeText, sizeFault } from "../problems/decode-text";
import { missingFile } from "../problems/file-missing";
import type { Problem } from "../problems/problem";
import type { Rule } from "../problems/rule";
import { mayBeSilenced, silence } from "../problems/silence";
import { platformOfFolder, workflowTypeOfFolder } from "../project/component-names";

/** What a document is held against by itself: a comment may silence a rule that only the whole project can find broken. */
export const codesOfDocuments = new Set(documentRules.map(({ code }) => code));

export interface FileChecks {
  /** The project folder; files in it are named relative to it. */
  readonly root: string;
  /** What a file holds, as problems name it; undefined where there is none. */
  readonly readBytes: (file: string) => Uint8Array | undefined;
  /** Every problem of the project, for files that only the project as a whole gives a meaning. */
  readonly project: () => Promise<readonly Problem[]>;
  /** Every rule: what a silencing comment may name. Asked for where there is such a comment. */
  readonly rules: () => Promise<readonly Rule[]>;
}

export interface CheckedFiles {
  readonly problems: readonly Problem[];
  /** What each file was taken for, such as `images/base.yaml: an image, held against the whole project`. */
  readonly checked: readonly string[];
}

/**
 * Checks single files, in the project or elsewhere: component and workflow documents each by itself, definitions of images,
 * containers and environments within the project.
 *
 * @param platform of the component documents; without it, told by the folder in the project, or by what they do
 */
export async function checkFiles(
  files: readonly string[],
  platform: Platform | undefined,
  checks: FileChecks,
): Promise<CheckedFiles> {
  const names = [...new Set(files.map((file) => nameOf(file, checks.root)))];
  const definitions = new Set(names.filter((file) => /^(images|containers|environments)\//.test(file)));
  const documents = names.filter((file) => !definitions.has(file));
  const ofDefinitions = definitions.size === 0 ? [] : await checks.project();
  const ofDocuments = await Promise.all(documents.map((file) => checkFile(file, platform, checks)));
  const gone = [...definitions].filter((file) => checks.readBytes(file) === undefined);
  return {
    problems: [
      ...ofDocuments.flatMap(({ problems }) => problems),
      ...gone.map(missingFile),
      ...ofDefinitions.filter(({ file }) => definitions.has(file)),
    ],
    checked: [
      ...ofDocuments.flatMap(({ checked }) => checked),
      ...[...definitions]
        .filter((file) => !gone.includes(file))
        .map(
          (file) => `${file}: ${kindsByFolder[file.slice(0, file.indexOf("/"))] ?? ""}, held against the whole project`,
        ),
    ],
  };
}

const kindsByFolder: Readonly<Record<string, string>> = {
  images: "an image",
  containers: "a container",
  environments: "an environment",
};

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
  if (document.kind === "workflow")
    return `a ${workflowType?.toLowerCase() ?? ""} workflow document`.replace("  ", " ");
  const platforms = platform === undefined ? document.platforms : [platform];
  return `a component document${platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`}`;
}

/** As problems name a file: relative to the project, or as it was given where it is elsewhere. */
function nameOf(file: string, root: string): string {
  const path = relative(root, resolve(root, file));
  return (path.startsWith("..") ? file : path).split(sep).join("/");
}
