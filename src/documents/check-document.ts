import type { Problem } from "../problems/problem";
import type { Rule } from "../problems/rule";
import { YamlSource } from "../problems/yaml-source";
import { entryOf } from "../problems/yaml-tree";
import { checkComponent } from "./component/check-component";
import type { ComponentDocument, Platform } from "./component-document";
import { buildSteps, componentExample, sayHello } from "./examples";
import { Report } from "./reading/report";

export interface CheckOptions {
  /** Where it is known, e.g. from the folder; otherwise inferred from the actions. */
  readonly platform?: Platform;
  /** Largest document, in bytes of UTF-8; default 65,536, the quota for documents in S3. */
  readonly maxBytes?: number;
}

export interface CheckedDocument {
  /** Absent where the file is too broken to say. */
  readonly document?: ComponentDocument;
  /** In no order; none is silenced yet. */
  readonly problems: readonly Problem[];
}

const example = buildSteps(sayHello)["components/linux/example.yaml"] ?? "";

export const documentTooLarge: Rule = {
  code: "document-too-large",
  severity: "error",
  summary: "A document is larger than 64 KB, the quota for documents in S3.",
  source: "quota of Image Builder: component size",
  breaks: componentExample(`▸description: ${"x".repeat(65_536)}\n${example}`),
  mends: componentExample(example),
};

export const notADocument: Rule = {
  code: "not-a-document",
  severity: "error",
  summary: "A file is well-formed YAML but no map, so it is no document.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  breaks: componentExample("▸- name: build\n  steps: []\n"),
  mends: componentExample(example),
};

export const duplicateKey: Rule = {
  code: "duplicate-key",
  severity: "warning",
  summary: "A map holds a key twice; of the two values one is ignored, or the whole document is refused.",
  source: "https://yaml.org/spec/1.2.2/#3213-node-comparison",
  breaks: componentExample(`${example}▸schemaVersion: 1.0\n`),
  mends: componentExample(example),
};

export const secondDocument: Rule = {
  code: "second-document",
  severity: "warning",
  summary: "A file holds a second YAML document, which is not read.",
  source: "https://yaml.org/spec/1.2.2/#92-streams",
  breaks: componentExample(`${example}▸---\n${example}`),
  mends: componentExample(`---\n${example}`),
};

export const documentRules = [documentTooLarge, notADocument, duplicateKey, secondDocument];

const quota = 65_536;

/**
 * Checks a component document (AWSTOE) or a workflow document, but for the scripts in it. Whatever the text holds, this returns.
 *
 * @param file as problems name it
 */
export function checkDocumentSync(file: string, text: string, options: CheckOptions = {}): CheckedDocument {
  const { maxBytes = quota, platform } = options;
  const source = new YamlSource(file, text.length > maxBytes ? "" : text);
  const report = new Report(source);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    const message = `the document has ${bytes} bytes, allowed: up to ${maxBytes}`;
    report.add(
      documentTooLarge,
      { start: 0, end: 0 },
      message,
      "move scripts and files out of it, e.g. to S3, or split it",
    );
    return { problems: report.problems };
  }
  if (source.tree === undefined) return { problems: source.parseProblems() };
  const { root, repeated } = source.tree;
  for (const { key, keyNode } of repeated) {
    report.add(duplicateKey, keyNode, `the key "${key.slice(0, 100)}" is there twice`, "remove one of the two");
  }
  if (source.second !== undefined) {
    report.add(
      secondDocument,
      source.second,
      "a second document starts here, which is not read",
      "move it to a file of its own",
    );
  }
  if (root.kind !== "map") {
    report.add(notADocument, root, `expected a map with "schemaVersion" and "phases"`, "write the document as a map");
    return { problems: report.problems };
  }
  const { document } = checkComponent(root, platform, report);
  return { document: entryOf(root, "phases") === undefined ? undefined : document, problems: unique(report.problems) };
}

/** What an alias stands for is checked wherever it is used, and reported once. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
