import type { MergePlan } from "../documents/merge/plan-merge";
import type { ComponentReference } from "../model/component-reference";
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
  /** By what the definition says: the same image may say another in another environment. */
  readonly references: ReadonlyMap<readonly ComponentReference[], readonly ComponentReference[]>;
  readonly merged: readonly MergedDocument[];
}

/** Merges the components of images and containers that have too many, or one twice; the project has been checked, so that it can be done. */
export function effectiveComponents({ definitions, mergePlans }: Project): EffectiveComponents {
  const merged = new Map<string, MergedDocument>();
  const references = new Map<readonly ComponentReference[], readonly ComponentReference[]>();
  for (const { images, containers } of [definitions, ...definitions.variants.values()])
    for (const [name, { components }] of [...images, ...containers])
      if (!references.has(components))
        references.set(components, mergedReferences(name, mergePlans.get(components), merged) ?? components);
  return { references, merged: [...merged.values()] };
}

function mergedReferences(
  name: string,
  plan: MergePlan<PlannedUse> | undefined,
  merged: Map<string, MergedDocument>,
): readonly ComponentReference[] | undefined {
  if (plan === undefined || "why" in plan) return undefined;
  let number = 0;
  return plan.components.map((component): ComponentReference => {
    if ("use" in component) return component.use.reference;
    const { platform, text, supportedOsVersions, documents, parameters } = component.merged;
    // Values are given to parameters, so what is merged is nearly always the same text. Where it is not, it is another document.
    let document = mergedDocument(name, ++number);
    while ((merged.get(document)?.text ?? text) !== text) document = mergedDocument(name, ++number);
    merged.set(document, { document, platform, text, supportedOsVersions, of: documents });
    return { from: "project", document, parameters };
  });
}
