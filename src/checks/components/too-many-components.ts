import { componentsPerRecipe } from "../../project/merge-plan";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const foreign = (count: number, marker = "") =>
  withImage({
    components: Array.from(
      { length: count },
      (_, index) => `${index === count - 1 ? marker : ""}aws: tool-${index + 1}`,
    ),
  });

export const tooManyComponents: ProjectRule = {
  code: "too-many-components",
  severity: "warning",
  summary:
    "An image has more components than a recipe can have by default, and they cannot be merged: only neighboring documents of this project can. If the quota was raised, set `quotas.componentsPerRecipe` of the environments that build the image.",
  source:
    "Image Builder API Reference, ImageRecipe.components: up to 20, a quota that AWS raises on request; docs/decisions/0008-merging.md",
  fail: [foreign(21, "▸")],
  pass: [foreign(20)],
  eachRecipe(recipe, report, { project }) {
    const plan = project.mergePlans.get(recipe.definition.components);
    // Without a plan, a document has errors and the merged number is unknown. Another rule reports documents that are used twice.
    if (plan === undefined || "why" in plan || plan.tooMany === undefined) return;
    const limit = componentsPerRecipe(recipe.name, project.definitions);
    const message = `${recipe.definition.components.length} components, and the quota is ${limit}; ${plan.tooMany}`;
    const fix =
      "join documents, build one image on another, or write the raised quota as quotas.componentsPerRecipe of the environments that build it";
    report(["components", limit], message, fix);
  },
};
