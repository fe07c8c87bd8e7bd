import { exampleProject } from "../../definitions/rules";
import { helloDocument } from "../../documents/examples";
import { describeMerge, maxComponents } from "../../documents/merge/plan-merge";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { mergePlanOf } from "../../project/merge-plan";
import { type Recipe, recipesOf } from "../recipes/recipes";

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
  severity: "error",
  summary:
    "An image has more components than a recipe takes, and they cannot be merged into fewer: only neighbouring documents of this project can.",
  source: "Image Builder quota: 20 components a recipe; docs/decisions/0008-merging.md",
  fail: { "images/base.yaml": foreign(21).replace("aws: tool-21", "▸aws: tool-21") },
  pass: { "images/base.yaml": foreign(20) },
};

export const componentsMerged: Rule = {
  code: "components-merged",
  severity: "note",
  summary:
    "An image has more components than a recipe takes, or a document of this project more than once; some are merged into one when the project is synthesised.",
  source:
    "Image Builder quota: 20 components a recipe; API type ComponentConfiguration: a component once in a recipe; docs/decisions/0008-merging.md",
  fail: { "components/linux/hello.yaml": helloDocument, "images/base.yaml": own(2) },
  pass: { "components/linux/hello.yaml": helloDocument, "images/base.yaml": own(1).replace("▸", "") },
};

export const componentCountRules: readonly Rule[] = [tooManyComponents, componentsMerged];

/** Checks the number of components of images and containers, and says which are merged. */
export function checkComponentCount(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => checkCount(recipe, project));
}

function checkCount({ source, definition: { components } }: Recipe, project: Project): Problem[] {
  const plan = mergePlanOf(components, project);
  // What a document with errors would be merged to cannot be told; that one is used twice is another rule's.
  if (plan === undefined || ("why" in plan && plan.repeated !== undefined)) return [];
  if ("why" in plan) {
    const message = `${components.length} components, allowed: up to ${maxComponents}; ${plan.why}`;
    const at = source.locate(["components", maxComponents]);
    return [problemOf(tooManyComponents, source.file, at, message, "join documents, or build one image on another")];
  }
  const merged = describeMerge(plan.components);
  if (merged === undefined) return [];
  const later = new Set(
    plan.components.flatMap((component) => ("merged" in component ? component.merged.validatedLater : [])),
  );
  const order = later.size === 0 ? "" : `; the validate phases of ${[...later].join(", ")} may run later than alone`;
  const fix = "nothing has to be done; docs/decisions/0008-merging.md says how it is done";
  return [problemOf(componentsMerged, source.file, source.locateKey(["components"]), `${merged}${order}`, fix)];
}
