import { defaultQuotas } from "../aws/quotas";
import { oncePer } from "../collections/once-per";
import type { Definitions } from "../definitions/definitions";
import type { DocumentUse, ForeignUse } from "../documents/merge/component-use";
import { type MergePlan, planMerge } from "../documents/merge/plan-merge";
import { type ComponentReference, unpinnedDocumentOf } from "../model/component-reference";
import { platformOfFolder } from "./component-names";
import type { DocumentFile } from "./document-file";

/** A component reference of a definition, with the data for merging. */
export type PlannedUse = (DocumentUse | ForeignUse) & { readonly reference: ComponentReference };

/** Merge plans by the component list of an image or container. Lists with a component that cannot be read are missing. */
export type MergePlans = ReadonlyMap<readonly ComponentReference[], MergePlan<PlannedUse>>;

export function mergePlansOf(definitions: Definitions, documents: ReadonlyMap<string, DocumentFile>): MergePlans {
  const all = [definitions, ...definitions.variants.values()];
  return new Map(
    all
      .flatMap(({ images, containers }) => [...images, ...containers])
      .flatMap(([name, { components }]) => {
        const uses = components.map((reference) => plannedUse(reference, documents));
        return uses.every((use) => use !== undefined)
          ? [[components, planMerge(uses, componentsPerRecipe(name, definitions))] as const]
          : [];
      }),
  );
}

/** Returns the lowest quota of components per recipe among the environments that build the image or container. */
export function componentsPerRecipe(name: string, { environments }: Definitions): number {
  return lowestQuotas(environments).get(name) ?? defaultQuotas.componentsPerRecipe;
}

const lowestQuotas = oncePer((environments: Definitions["environments"]): ReadonlyMap<string, number> => {
  const lowest = new Map<string, number>();
  for (const { images, containers, quotas } of environments.values())
    for (const name of Object.keys({ ...images, ...containers }))
      lowest.set(name, Math.min(lowest.get(name) ?? Infinity, quotas.componentsPerRecipe));
  return lowest;
});

function plannedUse(
  reference: ComponentReference,
  documents: ReadonlyMap<string, DocumentFile>,
): PlannedUse | undefined {
  const { parameters } = reference;
  const document = unpinnedDocumentOf(reference);
  if (document === undefined) return { parameters, reference };
  const { checked, text = "" } = documents.get(document) ?? {};
  const platform = platformOfFolder(document);
  if (checked?.document?.kind !== "component" || platform === undefined) return undefined;
  const broken = checked.problems.some(({ severity }) => severity === "error");
  // A document with errors cannot be planned until they are fixed. With silenced errors, it stays unmerged.
  if (broken && !text.includes("check-ignore")) return undefined;
  return { document, text, platform, parameters, parsed: checked.document, broken, reference };
}
