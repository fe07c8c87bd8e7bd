import { arnName } from "../../aws/resource-name";
import { type Outline, outlineOf, type Step } from "../../documents/component/outline";
import { labelsOf } from "../../documents/merge/labels";
import { newNames } from "../../documents/merge/new-names";
import type { ImageFactory } from "../../factory/image-factory";
import type { Range } from "../../problems/problem";
import { YamlSource } from "../../problems/yaml-source";
import { valueOf } from "../../problems/yaml-tree";
import { lockFile, type Project } from "../../project/load-project";
import { digestOfText } from "../../versions/digest";
import { readLock } from "../../versions/read-lock";

/** The place in a YAML file where a component step is written. */
export interface StepPlace {
  /** Path relative to the project folder. */
  readonly file: string;
  /** Text of the file when the component was built; `range` is a range in this text. */
  readonly text: string;
  readonly range: Range;
  /** Path of the document as images name it, e.g. `linux/web-server`. */
  readonly document: string;
  /** Name of the step in the document. */
  readonly step: string;
  readonly phase: string;
  readonly loop: boolean;
  /** Remarks about the place, e.g. that the file has changed since, or that the component is a merged document. */
  readonly notes: readonly string[];
}

/** Where the texts of component documents can be found. */
export interface DocumentSources {
  readonly project: Project;
  readonly factory: ImageFactory;
  /** Returns the text with this SHA-256 (64 hexadecimal digits) from the project's files and its Git history, or undefined. */
  readonly findText: (sha256: string) => string | undefined;
  /** Returns the document of a component from AWS, by its ARN, or undefined. */
  readonly textInAws: (arn: string) => Promise<string | undefined>;
}

/** A component step as AWS names it. */
export interface NamedStep {
  readonly arn?: string;
  readonly phase?: string;
  readonly step?: string;
}

/** Finds the place of a step. Returns undefined if the component is not of this project, or if the step is not found. */
export async function locateStep(named: NamedStep, sources: DocumentSources): Promise<StepPlace | undefined> {
  const { arn, step } = named;
  const [, name, version] = arn?.match(/:component\/([^/]+)\/(\d+\.\d+\.\d+)/) ?? [];
  if (arn === undefined || name === undefined || version === undefined || step === undefined) return undefined;
  const document = documentNamed(name, sources);
  if (document === undefined) return undefined;
  const asked = { arn, version, document, step, phase: named.phase };
  return document.startsWith("merged/") ? inMerged(asked, sources) : inDocument(asked, sources);
}

interface Asked {
  readonly arn: string;
  readonly version: string;
  readonly document: string;
  readonly step: string;
  readonly phase?: string;
}

/** Returns the path of the document of a component: one that is used now, or else one that the lock contains. */
function documentNamed(name: string, { factory, project }: DocumentSources): string | undefined {
  const used = factory.components.find((component) => arnName(component.name) === name);
  if (used !== undefined) return used.document;
  const remembered =
    readLock(lockFile, project.lock ?? "{}")
      .entries.get("component")
      ?.keys() ?? [];
  return [...remembered].find((document) => arnName(factory.names.component(document)) === name);
}

async function inDocument({ arn, version, document, step, phase }: Asked, sources: DocumentSources) {
  const { project } = sources;
  const now = project.components.get(document);
  const digest = readLock(lockFile, project.lock ?? "{}")
    .entries.get("component")
    ?.get(document)
    ?.versions.get(version);
  const file = now?.file ?? `components/${document}.yaml`;
  const found = (text: string, notes: readonly string[]): StepPlace | undefined => {
    const place = stepIn(text, phase, (name) => name === step);
    return place && { file, text, document, notes, ...place };
  };
  if (now !== undefined && digest === digestOfText(now.text)) return found(now.text, []);
  const old = (digest && sources.findText(digest.replace("sha256:", ""))) ?? (await sources.textInAws(arn));
  if (old === undefined)
    return now && found(now.text, [`version ${version} of the document was not found; this is the file as it is now`]);
  if (now !== undefined && digestOfText(old) === digestOfText(now.text)) return found(now.text, []);
  const present = now && stepIn(now.text, phase, (name) => name === step);
  const there =
    now === undefined
      ? "the file no longer exists"
      : present === undefined
        ? "the file has changed since, and no longer has this step"
        : `the file has changed since: the step is now at ${file}:${present.range.start.line}`;
  return found(old, [`this is version ${version} of the document, the one that was built; ${there}`]);
}

/** Finds a step of a merged document. Its head lists the documents, and each step name contains the document (docs/decisions/0008-merging.md). */
async function inMerged(asked: Asked, sources: DocumentSources): Promise<StepPlace | undefined> {
  const { arn, version, document, step, phase } = asked;
  const component = sources.factory.components.find((each) => each.document === document);
  const text =
    component?.version === version && "text" in component.content
      ? component.content.text
      : await sources.textInAws(arn);
  if (text === undefined) return undefined;
  const documents = documentsInHead(text);
  const labels = labelsOf(documents);
  // Names over 128 characters are shortened in the merged document.
  const newName = newNames(new Set());
  for (const [index, label] of labels.entries()) {
    const own = documents[index];
    const file = own === undefined ? undefined : sources.project.components.get(own);
    if (own === undefined || file === undefined) continue;
    const place = stepIn(file.text, phase, (name) => newName(label, name) === step);
    if (place === undefined) continue;
    const changed =
      text === (component && "text" in component.content ? component.content.text : undefined)
        ? []
        : [`the document may have changed since: this is the file as it is now`];
    return {
      file: file.file,
      text: file.text,
      document: own,
      notes: [`step "${step}" of the component that ${documents.length} documents were merged into`, ...changed],
      ...place,
    };
  }
  return undefined;
}

/** Returns the paths of the original documents, from the comment at the start of a merged document. */
function documentsInHead(text: string): string[] {
  const head = text.split("\n").slice(0, 200);
  return head.flatMap((line) => /^# {3}(\S+\/\S.*)$/.exec(line)?.[1] ?? []);
}

function stepIn(
  text: string,
  phaseName: string | undefined,
  isStep: (name: string) => boolean,
): Pick<StepPlace, "range" | "step" | "phase" | "loop"> | undefined {
  const source = new YamlSource("", text);
  const root = source.tree?.root;
  if (root?.kind !== "map") return undefined;
  for (const { stepName: step, phase, map, loop } of stepsOf(outlineOf(root))) {
    const { phaseName: own } = phase;
    if (step === undefined || own === undefined || !isStep(step) || own !== (phaseName ?? own)) continue;
    return { range: source.rangeOf(valueOf(map, "name") ?? map), step, phase: own, loop: loop !== undefined };
  }
  return undefined;
}

function stepsOf({ phases }: Outline): readonly Step[] {
  return phases.flatMap(({ steps }) => steps);
}
