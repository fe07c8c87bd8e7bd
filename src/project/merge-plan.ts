import { defaultQuotas } from "../aws/quotas";
import type { ComponentReference } from "../model/component-reference";
import { documentOf } from "../model/component-reference";
import type { ForeignUse, DocumentUse } from "../documents/merge/component-use";
import { type MergePlan, planMerge } from "../documents/merge/plan-merge";
import { platformOfFolder } from "./component-names";
import type { Project } from "./load-project";
import { readableEnvironments } from "./readable";

/** A component as a definition names it, and as the merge takes it. */
export type PlannedUse = (DocumentUse | ForeignUse) & { readonly reference: ComponentReference };

/** How the components of the image or container `name` become as many as a recipe takes; undefined where one cannot be read. */
export function mergePlanOf(
  name: string,
  components: readonly ComponentReference[],
  project: Project,
): MergePlan<PlannedUse> | undefined {
  const uses = components.map((reference) => plannedUse(reference, project));
  return uses.every((use) => use !== undefined) ? planMerge(uses, componentsPerRecipe(name, project)) : undefined;
}

/** The lowest quota of the environments that build the image or container; names are unique among both. */
export function componentsPerRecipe(name: string, project: Project): number {
  const building = [...readableEnvironments(project).values()].filter(
    ({ images, containers }) => name in images || name in containers,
  );
  return building.length === 0
    ? defaultQuotas.componentsPerRecipe
    : Math.min(...building.map(({ quotas }) => quotas.componentsPerRecipe));
}

function plannedUse(reference: ComponentReference, { components }: Project): PlannedUse | undefined {
  const { parameters } = reference;
  const document = documentOf(reference);
  if (document === undefined) return { arn: "", parameters, reference };
  const { checked } = components.get(document) ?? {};
  const platform = platformOfFolder(document);
  if (checked?.document?.kind !== "component" || platform === undefined) return undefined;
  if (checked.problems.some(({ severity }) => severity === "error")) return undefined;
  return { document, platform, parameters, parsed: checked.document, reference };
}
