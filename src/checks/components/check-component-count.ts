import { exampleProject } from "../../definitions/rules";
import { describeMerge, maxComponents } from "../../documents/merge/plan-merge";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { type Recipe, recipesOf } from "../recipes/recipes";
import { mergePlanOf } from "../../project/merge-plan";
import { helloDocument } from "../../documents/examples";

const { image } = exampleProject;
const foreign = (count: number) =>
  image.replace("components:\n", `components:\n${"  - aws: update-linux\n".repeat(count)}`);
const own = (count: number) =>
  image.replace("components:\n  - aws: update-linux\n", `▸components:\n${"  - linux/hello\n".repeat(count)}`);

export const tooManyComponents: Rule = {
  code: "too-many-components",
  severity: "error",
  summary:
    "An image has more components than a recipe takes, and they cannot be merged into fewer: only neighbouring documents of this project can.",
  source: "Image Builder quota: 20 components a recipe; docs/decisions/0008-merging.md",
  fail: {
    "images/base.yaml": foreign(19).replace(
      / {2}- aws: update-linux\n$/,
      "  - aws: update-linux\n  - ▸aws: reboot-linux\n",
    ),
  },
  pass: { "images/base.yaml": foreign(19) },
};

export const componentsMerged: Rule = {
  code: "components-merged",
  severity: "note",
  summary:
    "An image has more components than a recipe takes; some are merged into one when the project is synthesised.",
  source: "Image Builder quota: 20 components a recipe; docs/decisions/0008-merging.md",
  fail: { "components/linux/hello.yaml": helloDocument, "images/base.yaml": own(21) },
  pass: { "components/linux/hello.yaml": helloDocument, "images/base.yaml": own(20).replace("▸", "") },
};

export const componentCountRules: readonly Rule[] = [tooManyComponents, componentsMerged];

/** Checks the number of components of images and containers, and says which are merged. */
export function checkComponentCount(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => checkCount(recipe, project));
}

function checkCount({ source, definition: { components } }: Recipe, project: Project): Problem[] {
  if (components.length <= maxComponents) return [];
  const plan = mergePlanOf(components, project);
  // What a document with errors would be merged to cannot be told.
  if (plan === undefined) return [];
  if ("why" in plan) {
    const message = `${components.length} components, allowed: up to ${maxComponents}; ${plan.why}`;
    const at = source.locate(["components", maxComponents]);
    return [problemOf(tooManyComponents, source.file, at, message, "join documents, or build one image on another")];
  }
  const later = plan.components.flatMap((component) => ("merged" in component ? component.merged.validatedLater : []));
  const order = later.length === 0 ? "" : `; the validate phases of ${later.join(", ")} may run later than alone`;
  const message = `${describeMerge(plan.components) ?? ""}${order}`;
  const fix = "nothing has to be done; docs/decisions/0008-merging.md says how it is done";
  return [problemOf(componentsMerged, source.file, source.locateKey(["components"]), message, fix)];
}
