import type { TextNode, YamlNode } from "../../problems/yaml-tree";
import type { Platform } from "../component-document";
import { commonOs } from "./common-os";
import type { DocumentUse } from "./component-use";
import { labelsOf } from "./labels";
import { mergedStep, type Renaming, scopeOf } from "./merged-step";
import { mergedVariables } from "./merged-variables";
import { type NewName, newNames } from "./new-names";
import { type Part, partOf, phasesOf, stepsOf } from "./part";
import { laterValidations, mergedPhases } from "./phase-order";
import { rewriteReferences, strayNames } from "./references";
import { list, map, plain, renderDocument, type Rendered, text } from "./render";

/** One component document made out of several. */
export interface MergedDocument {
  /** As an image names them, in their order; one that is used twice is there twice. */
  readonly documents: readonly string[];
  readonly platform: Platform;
  /**
   * YAML, with LF, the same byte for byte for the same documents. The values that the image gives play no part, unless one holds a
   * reference that leads nowhere.
   */
  readonly text: string;
  /** The values to give, by the names that `text` declares. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The systems that all of `documents` are for, as their `@supported-os` say; empty for any. */
  readonly supportedOsVersions: readonly string[];
  /** Those of `documents` whose `validate` may run later than without the merge: docs/decisions/0008-merging.md. */
  readonly validatedLater: readonly string[];
}

/**
 * Merges documents into one that does what they do one after another: in each phase the steps of the first, then of the second …
 *
 * All names of steps, loops, parameters and constants get the document's own in front (`web-server_Install`), and all references
 * that lead somewhere follow. Comments are left out, and so are aliases: what they stand for is written out.
 *
 * @param uses one or more, of one platform; without errors, with their phases in the order of Image Builder, and given no parameter
 *   that they do not declare: `planMerge` sees to all of this
 * @throws Error where one of them is no component document, or gets a parameter that it does not declare
 */
export function mergeDocuments(uses: readonly DocumentUse[]): MergedDocument {
  return mergeParts(uses.map(partOf));
}

/** The same with documents that are taken apart already. */
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

/** Undefined where no system is common to all documents. */
export function supportedOs(parts: readonly Part[]): readonly string[] | undefined {
  return commonOs(parts.map(({ use }) => use.parsed.supportedOsVersions));
}

function renamingsOf(parts: readonly Part[]): Renaming[] {
  const labels = labelsOf(parts.map(({ use }) => use.document));
  // Whether a reference leads anywhere does not depend on the new names, so the old ones do to find those that do not.
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

/** A path may hold any character, and one that ends the line would end the comment. */
function printable(document: string): string {
  return document.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}
