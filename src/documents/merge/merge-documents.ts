import type { Platform } from "../../aws/platform";
import type { TextNode, YamlNode } from "../../problems/yaml-tree";
import { commonOs } from "./common-os";
import { labelsOf } from "./labels";
import { mergedStep, type Renaming, scopeOf } from "./merged-step";
import { mergedVariables } from "./merged-variables";
import { type NewName, newNames } from "./new-names";
import { type Part, phasesOf, stepsOf } from "./part";
import { laterValidations, mergedPhases } from "./phase-order";
import { rewriteReferences, strayNames } from "./references";
import { list, map, plain, renderDocument, type Rendered, text } from "./render";

/** A component document that was merged from several. */
export interface MergedDocument {
  /** Names of the merged documents as in the image, in the same order. A document that is used twice is listed twice. */
  readonly documents: readonly string[];
  readonly platform: Platform;
  /**
   * Merged YAML document with LF line endings. Byte-identical for the same documents. Independent of the parameter values from the image,
   * unless a value contains a reference that cannot be resolved.
   */
  readonly text: string;
  /** Parameter values, by the names that `text` declares. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Operating systems that all `documents` support, from their `@supported-os`. Empty for any. */
  readonly supportedOsVersions: readonly string[];
  /** Names of the `documents` whose `validate` phase may run later than without the merge; see docs/decisions/0008-merging.md. */
  readonly validatedLater: readonly string[];
}

/**
 * Merges parsed documents into one that runs their steps in sequence: each phase has the steps of the first document, then those of the second,
 * and so on.
 *
 * Names of steps, loops, parameters and constants get the label of their document as a prefix (`web-server_Install`), and all references
 * that can be resolved are renamed accordingly. Comments are dropped, and aliases are expanded.
 *
 * @param parts one or more documents of one platform. They have no errors, have their phases in the order of Image Builder, and set only
 *   declared parameters. `planMerge` ensures this.
 * @throws Error if a part sets a parameter that its document does not declare
 */
export function mergeParts(parts: readonly Part[]): MergedDocument {
  const documents = parts.map(({ use }) => use.document);
  const renamings = renamingsOf(parts);
  const supportedOsVersions = supportedOs(parts) ?? [];
  return {
    documents,
    platform: parts[0]?.use.platform ?? "Linux",
    text: renderDocument(contents(parts, renamings), [
      "Made at synthesis, so that a recipe has no more components than it may; change these, not this:",
      ...documents.map((document) => `  ${printable(document)}`),
      ...(supportedOsVersions.length === 0 ? [] : [`@supported-os: ${supportedOsVersions.join(", ")}`]),
    ]),
    parameters: Object.fromEntries(parts.flatMap((part, index) => givenParameters(part, renamings[index]))),
    supportedOsVersions,
    validatedLater: laterValidations(parts).map(({ use }) => use.document),
  };
}

/** Returns the operating systems that all documents support: empty for any, undefined if they have none in common. */
export function supportedOs(parts: readonly Part[]): readonly string[] | undefined {
  return commonOs(parts.map(({ use }) => use.parsed.supportedOsVersions));
}

function renamingsOf(parts: readonly Part[]): Renaming[] {
  const labels = labelsOf(parts.map(({ use }) => use.document));
  // Whether a reference can be resolved does not depend on the new names, so the old names are enough to find the unresolved ones.
  const strays = parts.flatMap((part) =>
    straysOf(
      part,
      renamingOf(part, "", (_, name) => name),
    ),
  );
  const newName = newNames(new Set(strays));
  return parts.map((part, index) => renamingOf(part, labels[index] ?? "", newName));
}

function renamingOf(part: Part, label: string, newName: NewName): Renaming {
  const steps = new Set(
    phasesOf(part).flatMap((phase) => stepsOf(phase).map(({ stepName }) => `${phase.phaseName}.${stepName}`)),
  );
  return {
    newName: (name) => newName(label, name),
    variables: new Map(part.outline.variables.map(({ name }) => [name, newName(label, name)])),
    step: (phase, name) => (steps.has(`${phase}.${name}`) ? newName(label, name) : undefined),
  };
}

function straysOf(part: Part, renaming: Renaming): string[] {
  const inSteps = phasesOf(part)
    .flatMap(stepsOf)
    .flatMap((step) => [...textsIn(step.map)].flatMap(({ value }) => strayNames(value, scopeOf(step, renaming))));
  const definitions = part.outline.variables.flatMap(({ definition }) => definition ?? []);
  const values = definitions.flatMap((definition) => [...textsIn(definition)].map(({ value }) => value));
  const given = Object.values(part.use.parameters);
  return [...inSteps, ...[...values, ...given].flatMap((value) => strayNames(value, renaming))];
}

function* textsIn(node: YamlNode): Generator<TextNode> {
  if (node.kind === "text") yield node;
  else if (node.kind === "list") for (const item of node.items) yield* textsIn(item);
  else if (node.kind === "map")
    for (const { keyNode, value } of node.entries) {
      yield* textsIn(keyNode);
      yield* textsIn(value);
    }
}

function contents(parts: readonly Part[], renamings: readonly Renaming[]) {
  const parameters = mergedVariables("parameter", parts, renamings);
  const constants = mergedVariables("constant", parts, renamings);
  const documents = [...new Set(parts.map(({ use }) => use.document))].map(printable);
  return map([
    ["description", text(`Merged from ${documents.join(", ")}.`)],
    ["schemaVersion", plain("1.0")],
    ...(parameters === undefined ? [] : [["parameters", parameters] as const]),
    ...(constants === undefined ? [] : [["constants", constants] as const]),
    ["phases", list(mergedPhases(parts).map((phase) => mergedPhase(phase, parts, renamings)))],
  ]);
}

function mergedPhase(name: string, parts: readonly Part[], renamings: readonly Renaming[]): Rendered {
  const steps = parts.flatMap((part, index) => {
    const renaming = renamings[index];
    const own = phasesOf(part).filter(({ phaseName }) => phaseName === name);
    return renaming === undefined ? [] : own.flatMap(stepsOf).map((step) => mergedStep(step, part, renaming));
  });
  return map([
    ["name", text(name)],
    ["steps", list(steps)],
  ]);
}

function givenParameters({ use }: Part, renaming: Renaming | undefined): [string, string][] {
  return Object.entries(use.parameters).map(([name, value]) => {
    const declared = renaming?.variables.get(name);
    if (renaming === undefined || declared === undefined)
      throw new Error(`document "${use.document}" was not checked before it was merged: it declares no "${name}"`);
    return [declared, rewriteReferences(value, renaming)];
  });
}

/** Replaces control characters and line separators in a path. In a comment, a line separator would end the comment. */
function printable(document: string): string {
  return document.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}
