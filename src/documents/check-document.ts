import type { Platform } from "../aws/platform";
import { maxDocumentBytes } from "../aws/quotas";
import { type Problem, uniqueBy } from "../problems/problem";
import { escapeProblems, textProblems } from "../problems/text-problems";
import { YamlSource } from "../problems/yaml-source";
import { entryOf } from "../problems/yaml-tree";
import { checkFile, checkScripts, checkSecrets } from "./check-rules";
import { checkComponent } from "./component/check-component";
import type { ComponentDocument } from "./component-document";
import { shown } from "./reading/describe";
import { Report } from "./reading/report";
import { documentTooLarge } from "./rules/files/document-too-large";
import { notADocument } from "./rules/files/not-a-document";
import { checkWorkflow } from "./workflows/check-workflow";
import { commandScripts } from "./workflows/command-scripts";
import type { WorkflowType } from "./workflows/workflow-action";
import type { WorkflowDocument } from "./workflows/workflow-document";

export interface CheckOptions {
  /** Platform of the component, if it is known, e.g. from its folder. Default: inferred from the actions. */
  readonly platform?: Platform;
  /** Type of the workflow, if it is known. Default: every action is allowed. */
  readonly workflowType?: WorkflowType;
}

/** A function with the signature of `checkDocument`. */
export type CheckDocument = (file: string, text: string, options?: CheckOptions) => CheckedDocument;

export interface CheckedDocument {
  /** Undefined if the file is too malformed to be read. */
  readonly document?: ComponentDocument | WorkflowDocument;
  /** Unsorted problems. Comments that silence a rule are not applied yet; see src/problems/silence.ts. */
  readonly problems: readonly Problem[];
}

/**
 * Checks a component document (AWSTOE) or a workflow document; the top-level keys decide which. Never throws, whatever the text. The time
 * it takes is proportional to the size of the text.
 *
 * @param file name of the file in problems
 */
export function checkDocument(file: string, text: string, options: CheckOptions = {}): CheckedDocument {
  const bytes = Buffer.byteLength(text);
  const report = new Report(new YamlSource(file, text));
  if (bytes > maxDocumentBytes) {
    const message = `the document has ${bytes} bytes, and the quota of a new account is ${maxDocumentBytes}`;
    const fix = "move scripts and files out of it, split it, or silence this where AWS has raised the quota";
    report.add(documentTooLarge, { start: 0, end: 0 }, message, fix);
  }
  const document = examine(report, options);
  // A node with several aliases is checked at each use, but each problem is reported once.
  return { document, problems: uniqueBy(report.problems, (problem) => JSON.stringify(problem)) };
}

function examine(report: Report, { platform, workflowType }: CheckOptions): CheckedDocument["document"] {
  const { source } = report;
  report.problems.push(...textProblems(source.file, source.text), ...escapeProblems(source));
  checkSecrets(report);
  if (source.tree === undefined) {
    report.problems.push(...source.parseProblems());
    return undefined;
  }
  checkFile(report);
  const { root } = source.tree;
  if (root.kind !== "map") {
    const message = `the file is ${shown(root)}, expected a map with "schemaVersion" and "phases" or "steps"`;
    report.add(notADocument, root, message, "write the document as a map");
    return undefined;
  }
  if (entryOf(root, "steps") !== undefined && entryOf(root, "phases") === undefined) {
    checkScripts(commandScripts(root, report), report);
    return checkWorkflow(root, report, workflowType);
  }
  return checkComponent(root, platform, report);
}
