import type { Platform } from "../aws/platform";
import type { MergePlan } from "../documents/merge/plan-merge";
import type { ComponentReference } from "../model/component-reference";
import { mergedDocument } from "./component-names";
import type { Project } from "./load-project";
import type { PlannedUse } from "./merge-plan";

/** A component document that was merged from several documents of the project. */
export interface MergedDocument {
  /** Name of the document in references, e.g. `merged/linux-base-1`. */
  readonly document: string;
  readonly platform: Platform;
  readonly text: string;
  /** Value of API field CreateComponent.supportedOsVersions. Empty: any. */
  readonly supportedOsVersions: readonly string[];
  /** The merged documents in order. */
  readonly of: readonly string[];
}

/** The components of recipes after merging. Components are merged if a definition has more than a recipe allows, or has one twice. */
export interface EffectiveComponents {
  /** Effective components by the component list of the definition. An image can have different lists in different environments. */
  readonly references: ReadonlyMap<readonly ComponentReference[], readonly ComponentReference[]>;
  readonly merged: readonly MergedDocument[];
}

/** Merges the components of images and containers that have too many, or have one twice. The project check ensures that this is possible. */
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
    // The merged text is nearly always the same in all environments, because only parameter values differ. Otherwise, it is another document.
    let document = mergedDocument(name, ++number);
    while ((merged.get(document)?.text ?? text) !== text) document = mergedDocument(name, ++number);
    merged.set(document, { document, platform, text, supportedOsVersions, of: documents });
    return { from: "project", document, parameters };
  });
}
