import type { ComponentReference } from "../model/component-reference";
import type { MergePlan } from "../documents/merge/plan-merge";
import { mergedDocument } from "./component-names";
import type { Project } from "./load-project";
import type { PlannedUse } from "./merge-plan";

/** A component document that stands for several of the project's. */
export interface MergedDocument {
  /** As a reference names it, e.g. `merged/linux-base-1`. */
  readonly document: string;
  readonly platform: "Linux" | "Windows" | "macOS";
  readonly text: string;
  /** As API field CreateComponent.supportedOsVersions takes them; empty for any. */
  readonly supportedOsVersions: readonly string[];
  /** What it was made from, in order. */
  readonly of: readonly string[];
}

/** What recipes hold in place of what the definitions say, where those name more components than a recipe takes, or one twice. */
export interface EffectiveComponents {
  /** By the name of the image or container; names are unique among both. */
  readonly references: ReadonlyMap<string, readonly ComponentReference[]>;
  readonly merged: readonly MergedDocument[];
}

/** Merges the components of images and containers that have too many, or one twice; the project has been checked, so that it can be done. */
export function effectiveComponents({ definitions, mergePlans }: Project): EffectiveComponents {
  const merged: MergedDocument[] = [];
  const references = [...definitions.images, ...definitions.containers].map(([name, { components }]) => {
    const made = mergedReferences(name, mergePlans.get(components));
    merged.push(...(made?.merged ?? []));
    return [name, made?.references ?? components] as const;
  });
  return { references: new Map(references), merged };
}

function mergedReferences(name: string, plan: MergePlan<PlannedUse> | undefined) {
  if (plan === undefined || "why" in plan) return undefined;
  const merged: MergedDocument[] = [];
  const references = plan.components.map((component): ComponentReference => {
    if ("use" in component) return component.use.reference;
    const { platform, text, supportedOsVersions, documents, parameters } = component.merged;
    const document = mergedDocument(name, merged.length + 1);
    merged.push({ document, platform, text, supportedOsVersions, of: documents });
    return { from: "project", document, parameters };
  });
  return { references, merged };
}
