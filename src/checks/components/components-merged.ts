import { imageText } from "../../definitions/example-texts";
import { helloDocument } from "../../documents/examples";
import { describeMerge } from "../../documents/merge/describe-merge";
import type { ProjectRule } from "../project-rule";

const using = (text: string) => ({ "components/linux/hello.yaml": helloDocument, "images/base.yaml": text });

export const componentsMerged: ProjectRule = {
  code: "components-merged",
  severity: "note",
  summary:
    "An image has more components than a recipe can have, or uses a document of this project more than once. Synthesis merges some of them into one.",
  source:
    "Image Builder quota: 20 components a recipe; API type ComponentConfiguration: a component once in a recipe; docs/decisions/0008-merging.md",
  fail: [
    using(`parent:
  os: amazon-linux-2023
  architecture: x86_64
▸components:
  - linux/hello
  - linux/hello
`),
  ],
  pass: [using(imageText({ components: ["linux/hello"] }))],
  eachRecipe(recipe, report, { project }) {
    const plan = project.mergePlans.get(recipe.definition.components);
    if (plan === undefined || "why" in plan) return;
    const merged = describeMerge(plan.components);
    if (merged === undefined) return;
    const later = new Set(
      plan.components.flatMap((component) => ("merged" in component ? component.merged.validatedLater : [])),
    );
    const order = later.size === 0 ? "" : `; the validate phases of ${[...later].join(", ")} may run later than alone`;
    const fix = "nothing has to be done; docs/decisions/0008-merging.md says how it is done";
    report({ key: ["components"] }, `${merged}${order}`, fix);
  },
};
