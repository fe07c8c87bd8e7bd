import { relative, resolve, sep } from "node:path";

import { checkDocument } from "../documents/check-document";
import { documentRules } from "../documents/rules";
import type { Platform } from "../documents/component-document";
import { decodeText, sizeFault } from "../problems/decode-text";
import type { Problem } from "../problems/problem";
import type { Rule } from "../problems/rule";
import { silence } from "../problems/silence";
import { platformOfFolder, workflowTypeOfFolder } from "../project/component-names";

/** Those that a document is held against by itself: a comment may silence one that only the whole project can find. */
const codesOfDocuments = new Set(documentRules.map(({ code }) => code));

export interface FileChecks {
  /** The project folder; files in it are named relative to it. */
  readonly root: string;
  /** What a file holds, as problems name it; undefined where there is none. */
  readonly readBytes: (file: string) => Uint8Array | undefined;
  /** Every problem of the project, for files that only the project as a whole gives a meaning. */
  readonly project: () => Promise<readonly Problem[]>;
  /** Every rule: what a silencing comment may name. */
  readonly rules: readonly Rule[];
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
): Promise<readonly Problem[]> {
  const names = [...new Set(files.map((file) => nameOf(file, checks.root)))];
  const definitions = new Set(names.filter((file) => /^(images|containers|environments)\//.test(file)));
  const documents = names.filter((file) => !definitions.has(file));
  const ofDefinitions = definitions.size === 0 ? [] : await checks.project();
  return [
    ...documents.flatMap((file) => checkFile(file, platform, checks)),
    ...[...definitions].filter((file) => checks.readBytes(file) === undefined).map(missing),
    ...ofDefinitions.filter(({ file }) => definitions.has(file)),
  ];
}

function checkFile(file: string, platform: Platform | undefined, { readBytes, rules }: FileChecks): Problem[] {
  const bytes = readBytes(file);
  if (bytes === undefined) return [missing(file)];
  const tooLarge = sizeFault(file, bytes.length);
  if (tooLarge !== undefined) return [tooLarge];
  const { text, fault } = decodeText(file, bytes);
  if (fault !== undefined) return [fault];
  const folder = file.startsWith("components/") ? platformOfFolder(file.slice("components/".length)) : undefined;
  const workflow = file.startsWith("workflows/") ? workflowTypeOfFolder(file.slice("workflows/".length)) : undefined;
  const { problems } = checkDocument(file, text, { platform: platform ?? folder, workflowType: workflow });
  return silence(file, text, problems, { rules, ran: codesOfDocuments });
}

/** As problems name a file: relative to the project, or as it was given where it is elsewhere. */
function nameOf(file: string, root: string): string {
  const path = relative(root, resolve(root, file));
  return (path.startsWith("..") ? file : path).split(sep).join("/");
}

function missing(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    code: "file-missing",
    severity: "error",
    message: `"${file}" is not a readable file`,
    fix: "name a file that exists, or none to check the whole project",
  };
}
