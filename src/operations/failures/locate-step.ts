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

/** Where the step of a component is written. */
export interface StepPlace {
  /** Relative to the project folder. */
  readonly file: string;
  /** What the file held when it was built: what the range is in. */
  readonly text: string;
  readonly range: Range;
  /** As an image names it, e.g. `linux/web-server`. */
  readonly document: string;
  /** As the document names it. */
  readonly step: string;
  readonly phase: string;
  readonly loop: boolean;
  /** What is to be known of the place: an older version, a merged document. */
  readonly notes: readonly string[];
}

export interface DocumentSources {
  readonly project: Project;
  readonly factory: ImageFactory;
  /** The text of that SHA-256 (64 hexadecimal digits) among files and what Git remembers. */
  readonly findText: (sha256: string) => string | undefined;
  /** The document of a component as AWS has it. */
  readonly textInAws: (arn: string) => Promise<string | undefined>;
}

export interface NamedStep {
  readonly arn?: string;
  readonly phase?: string;
  readonly step?: string;
}

/** Finds the line; undefined where the component is none of this project's, or the step is nowhere. */
export async function locateStep(named: NamedStep, sources: DocumentSources): Promise<StepPlace | undefined> {
  const { arn, step } = named;
  const [, name, version] = /:component\/([^/]+)\/(\d+\.\d+\.\d+)/.exec(arn ?? "") ?? [];
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

/** The document that a component is made of: of those that are used now, and of those that the lock remembers. */
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

/** A merged document names what it was made of in its head, and each step after the document that it is from (docs/decisions/0008-merging.md). */
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
  // Names over 128 characters are cut in the merged document.
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

/** The paths in the comment that a merged document starts with. */
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
  const found = stepsOf(outlineOf(root)).find(
    ({ stepName = "", phase }) => (phaseName === undefined || phase.phaseName === phaseName) && isStep(stepName),
  );
  if (found === undefined) return undefined;
  return {
    range: source.rangeOf(valueOf(found.map, "name") ?? found.map),
    step: found.stepName ?? "",
    phase: found.phase.phaseName ?? "",
    loop: found.loop !== undefined,
  };
}

function stepsOf({ phases }: Outline): readonly Step[] {
  return phases.flatMap(({ steps }) => steps);
}
