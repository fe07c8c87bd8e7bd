import { maxComponentParameters, maxDocumentBytes } from "../../aws/quotas";
import type { Run } from "./best-runs";
import { type ComponentUse, type DocumentUse, isDocumentUse } from "./component-use";
import { mergeParts, supportedOs } from "./merge-documents";
import { type Part, partOf } from "./part";
import { turnedPhases } from "./phase-order";

/** Maximum number of operating systems. API field CreateComponent.supportedOsVersions. */
const maxSystems = 25;

/** Returns the parsed document of a component; undefined if the component cannot be merged. */
export function mergeablePart(use: ComponentUse): Part | undefined {
  if (!isDocumentUse(use) || use.broken === true) return undefined;
  const part = partOf(use);
  const declared = new Set(part.outline.variables.flatMap(({ kind, name }) => (kind === "parameter" ? [name] : [])));
  const given = Object.keys(use.parameters);
  return turnedPhases(part) === undefined && given.every((name) => declared.has(name)) ? part : undefined;
}

/**
 * Returns, for each component, the end (exclusive) of the longest run from there that fits into one document. Every part of a run that fits
 * also fits, so the ends never decrease: each document is merged a few times instead of once for every pair.
 */
export function longestRuns(parts: readonly (Part | undefined)[], fewer: number): number[] {
  let end = 0;
  return parts.map((first, start) => {
    end = Math.max(end, start + 1);
    while (end < parts.length && end - start <= fewer) {
      const next = parts[end];
      if (first === undefined || next?.use.platform !== first.use.platform) break;
      if (!fits(partsIn(parts, { start, end: end + 1 }))) break;
      end++;
    }
    return end;
  });
}

function fits(parts: readonly Part[]): boolean {
  const parameters = parts.flatMap(({ outline }) => outline.variables.filter(({ kind }) => kind === "parameter"));
  const systems = supportedOs(parts);
  if (systems === undefined || systems.length > maxSystems) return false;
  return parameters.length <= maxComponentParameters && Buffer.byteLength(mergeParts(parts).text) <= maxDocumentBytes;
}

/** Returns the mergeable documents in a run. */
export function partsIn(parts: readonly (Part | undefined)[], { start, end }: Run): Part[] {
  return parts.slice(start, end).filter((part) => part !== undefined);
}

/** Returns why a document cannot be merged, as part of a message. */
export function whyAlone(use: DocumentUse): string {
  if (use.broken === true) return `"${use.document}" has an error`;
  const turned = turnedPhases(partOf(use));
  return turned === undefined
    ? `"${use.document}" is given parameters that it does not declare`
    : `"${use.document}" has its phase "${turned[1]}" before "${turned[0]}"`;
}
