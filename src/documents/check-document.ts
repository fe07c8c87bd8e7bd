import { maxDocumentBytes } from "../aws/quotas";
import { type Problem, uniqueBy } from "../problems/problem";
import type { Rule } from "../problems/rule";
import { escapeProblems, textProblems } from "../problems/text-problems";
import { YamlSource } from "../problems/yaml-source";
import { entryOf } from "../problems/yaml-tree";
import { checkComponent } from "./component/check-component";
import type { ComponentDocument, Platform } from "./component-document";
import { componentExample, helloDocument } from "./examples";
import { quoted, shown } from "./reading/describe";
import { Report } from "./reading/report";
import { checkCharacters } from "./scripts/check-characters";
import { checkCredentials } from "./scripts/check-credentials";
import { checkScripts } from "./scripts/check-scripts";
import { checkTraps } from "./scripts/check-traps";
import type { ScriptText } from "./scripts/script-text";
import { checkWorkflow } from "./workflows/check-workflow";
import { commandScripts } from "./workflows/command-scripts";
import type { WorkflowType } from "./workflows/workflow-action";
import type { WorkflowDocument } from "./workflows/workflow-document";

export interface CheckOptions {
  /** Where it is known, e.g. from the folder; otherwise inferred from the actions. */
  readonly platform?: Platform;
  /** The type of a workflow, where it is known; without it, every action is allowed. */
  readonly workflowType?: WorkflowType;
  /** Whether to look into scripts, bash and PowerShell, and for secrets; default true. */
  readonly scripts?: boolean;
  /** Largest document, in bytes of UTF-8; default `maxDocumentBytes`. */
  readonly maxBytes?: number;
}

/** Whatever answers as `checkDocument` does. */
export type CheckDocument = (file: string, text: string, options?: CheckOptions) => CheckedDocument;

export interface CheckedDocument {
  /** Absent where the file is too broken to say. */
  readonly document?: ComponentDocument | WorkflowDocument;
  /** In no order; comments that silence a rule have no say yet: see src/problems/silence.ts. */
  readonly problems: readonly Problem[];
}

const example = helloDocument;

const documentTooLarge: Rule = {
  code: "document-too-large",
  severity: "error",
  unsilenceable: true,
  summary: "A document is larger than 64 KB, the quota for documents in S3.",
  source: "quota of Image Builder: component size",
  fail: [componentExample(`▸description: ${"x".repeat(maxDocumentBytes)}\n${example}`)],
  pass: [componentExample(example)],
};

const notADocument: Rule = {
  code: "not-a-document",
  severity: "error",
  unsilenceable: true,
  summary: "A file is well-formed YAML but not a map, so it is not a document.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [componentExample("▸- name: build\n  steps: []\n")],
  pass: [componentExample(example)],
};

const duplicateKey: Rule = {
  code: "duplicate-key",
  severity: "warning",
  summary: "A map contains a key twice. One of the two values is ignored, or the document is refused.",
  source: "https://yaml.org/spec/1.2.2/#3213-node-comparison",
  fail: [componentExample(`${example}▸schemaVersion: 1.0\n`)],
  pass: [componentExample(example)],
};

const secondDocument: Rule = {
  code: "second-document",
  severity: "warning",
  summary: "A file contains a second YAML document, which is not read.",
  source: "https://yaml.org/spec/1.2.2/#92-streams",
  fail: [componentExample(`${example}▸---\n${example}`)],
  pass: [componentExample(`---\n${example}`)],
};

export const fileRules = [documentTooLarge, notADocument, duplicateKey, secondDocument];

/**
 * Checks a component document (AWSTOE) or a workflow document: whichever it is by its top level. Whatever the text holds, this
 * returns, in a time that grows with its size.
 *
 * @param file as problems name it
 */
export function checkDocument(file: string, text: string, options: CheckOptions = {}): CheckedDocument {
  const { maxBytes = maxDocumentBytes } = options;
  const bytes = Buffer.byteLength(text);
  // What is far too large is not even parsed.
  const report = new Report(new YamlSource(file, bytes > maxBytes ? "" : text));
  if (bytes > maxBytes) {
    const message = `the document has ${bytes} bytes, allowed: up to ${maxBytes}`;
    report.add(documentTooLarge, { start: 0, end: 0 }, message, "move scripts and files out of it, or split it");
    return { problems: report.problems };
  }
  const document = examine(report, options);
  // What an alias stands for is checked wherever it is used, and reported once.
  return { document, problems: uniqueBy(report.problems, (problem) => JSON.stringify(problem)) };
}

function examine(report: Report, options: CheckOptions): CheckedDocument["document"] {
  const { source } = report;
  report.problems.push(...textProblems(source.file, source.text), ...escapeProblems(source));
  if (options.scripts !== false) checkCredentials(report);
  if (source.tree === undefined) {
    report.problems.push(...source.parseProblems());
    return undefined;
  }
  const { root, repeated } = source.tree;
  for (const { key, keyNode } of repeated) {
    report.add(duplicateKey, keyNode, `the key ${quoted(key)} is there twice`, "remove one of the two");
  }
  if (source.second !== undefined) {
    const message = "a second document starts here, which is not read";
    report.add(secondDocument, source.second, message, "move it to a file of its own");
  }
  if (root.kind !== "map") {
    const message = `the file is ${shown(root)}, expected a map with "schemaVersion" and "phases" or "steps"`;
    report.add(notADocument, root, message, "write the document as a map");
    return undefined;
  }
  if (entryOf(root, "steps") !== undefined && entryOf(root, "phases") === undefined) {
    const workflow = checkWorkflow(root, report, options.workflowType);
    if (options.scripts !== false) checkCommands(commandScripts(root, report), report);
    return workflow;
  }
  const { document, scripts } = checkComponent(root, options.platform, report);
  if (options.scripts !== false) {
    checkCommands(scripts, report);
    checkTraps(root, report);
  }
  return document;
}

function checkCommands(scripts: readonly ScriptText[], report: Report): void {
  checkScripts(scripts, report);
  checkCharacters(scripts, report);
}
