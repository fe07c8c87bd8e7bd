import { exampleProject } from "../../definitions/rules";
import { helloDocument } from "../../documents/examples";
import { describeMerge } from "../../documents/merge/plan-merge";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { componentsPerRecipe, mergePlanOf } from "../../project/merge-plan";
import { type Recipe, recipesOf } from "../context/recipes";

const { image } = exampleProject;
const foreign = (count: number) =>
  image.replace(
    "  - aws: update-linux\n",
    Array.from({ length: count }, (_, index) => `  - aws: tool-${index + 1}\n`).join(""),
  );
const own = (count: number) =>
  image.replace("components:\n  - aws: update-linux\n", `▸components:\n${"  - linux/hello\n".repeat(count)}`);

export const tooManyComponents: Rule = {
  code: "too-many-components",
  severity: "warning",
  summary:
    "An image has more components than a recipe takes by default, and they cannot be merged: only neighboring documents of this project can. If the quota was raised, set `quotas.componentsPerRecipe` of the environments that build the image.",
  source:
    "Image Builder API Reference, ImageRecipe.components: up to 20, a quota that AWS raises on request; docs/decisions/0008-merging.md",
  fail: [{ "images/base.yaml": foreign(21).replace("aws: tool-21", "▸aws: tool-21") }],
  pass: [{ "images/base.yaml": foreign(20) }],
};

export const componentsMerged: Rule = {
  code: "components-merged",
  severity: "note",
  summary:
    "An image has more components than a recipe takes, or uses a document of this project more than once. Synthesis merges some of them into one.",
  source:
    "Image Builder quota: 20 components a recipe; API type ComponentConfiguration: a component once in a recipe; docs/decisions/0008-merging.md",
  fail: [{ "components/linux/hello.yaml": helloDocument, "images/base.yaml": own(2) }],
  pass: [{ "components/linux/hello.yaml": helloDocument, "images/base.yaml": own(1).replace("▸", "") }],
};

export const componentCountRules: readonly Rule[] = [tooManyComponents, componentsMerged];

/** Checks the number of components of images and containers, and says which are merged. */
export function checkComponentCount(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => checkCount(recipe, project));
}

function checkCount({ name, source, definition: { components } }: Recipe, project: Project): Problem[] {
  const plan = mergePlanOf(name, components, project);
  // What a document with errors would be merged to cannot be told; that one is used twice is another rule's.
  if (plan === undefined || "why" in plan) return [];
  const problems: Problem[] = [];
  if (plan.tooMany !== undefined) {
    const limit = componentsPerRecipe(name, project);
    const message = `${components.length} components, and the quota is ${limit}; ${plan.tooMany}`;
    const fix =
      "join documents, build one image on another, or write the raised quota as quotas.componentsPerRecipe of the environments that build it";
    problems.push(problemOf(tooManyComponents, source.file, source.locate(["components", limit]), message, fix));
  }
  const merged = describeMerge(plan.components);
  if (merged === undefined) return problems;
  const later = new Set(
    plan.components.flatMap((component) => ("merged" in component ? component.merged.validatedLater : [])),
  );
  const order = later.size === 0 ? "" : `; the validate phases of ${[...later].join(", ")} may run later than alone`;
  const fix = "nothing has to be done; docs/decisions/0008-merging.md says how it is done";
  problems.push(problemOf(componentsMerged, source.file, source.locateKey(["components"]), `${merged}${order}`, fix));
  return problems;
}
