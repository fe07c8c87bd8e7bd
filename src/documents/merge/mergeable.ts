import { maxComponentParameters, maxDocumentBytes } from "../../aws/quotas";
import type { Run } from "./best-runs";
import { type ComponentUse, type DocumentUse, isDocumentUse } from "./component-use";
import { mergeParts, supportedOs } from "./merge-documents";
import { type Part, partOf } from "./part";
import { turnedPhases } from "./phase-order";

/** API field CreateComponent.supportedOsVersions. */
const maxSystems = 25;

/** Undefined where the component has to stay as it is. */
export function mergeablePart(use: ComponentUse): Part | undefined {
  if (!isDocumentUse(use) || use.broken === true) return undefined;
  const part = partOf(use);
  const declared = new Set(part.outline.variables.flatMap(({ kind, name }) => (kind === "parameter" ? [name] : [])));
  const given = Object.keys(use.parameters);
  return turnedPhases(part) === undefined && given.every((name) => declared.has(name)) ? part : undefined;
}

/**
 * The end of the longest run of neighbours from each on that fit into one document. The part of a run that fits does so, too, hence
 * none of the ends lies before one found already: each document is merged a few times rather than once for every pair.
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

/** What can be merged of a run. */
export function partsIn(parts: readonly (Part | undefined)[], { start, end }: Run): Part[] {
  return parts.slice(start, end).filter((part) => part !== undefined);
}

/** Why a document stays as it is, as part of a message. */
export function whyAlone(use: DocumentUse): string {
  if (use.broken === true) return `"${use.document}" has an error`;
  const turned = turnedPhases(partOf(use));
  return turned === undefined
    ? `"${use.document}" is given parameters that it does not declare`
    : `"${use.document}" has its phase "${turned[1]}" before "${turned[0]}"`;
}
