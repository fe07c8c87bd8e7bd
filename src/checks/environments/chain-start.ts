import { groupBy } from "../../collections/group-by";
import { standsOn } from "../../model/parent";
import { listOf } from "../../problems/suggest";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { standingOn } from "../recipes/container-example";

const chain = (start: string, marker = "") => ({
  "images/web.yaml": standingOn("image", "base"),
  ...withEnvironment({ images: { [`${marker}base`]: start, web: "" } }),
});

export const chainStart: ProjectRule = {
  code: "chain-start",
  severity: "warning",
  summary:
    "Nothing says that the parent of an image or container was ever built. Until it is, AWS refuses the recipe of the child.",
  source:
    "CreateImageRecipe validates its parent image; AWS's sample of cascading pipelines: the first pipeline must run before the second stack is deployed",
  fail: [chain("", "▸")],
  pass: [chain("    alreadyBuilt: true\n"), chain("    buildOnDeploy: true\n")],
  eachEnvironment({ entries }, report, { recipeOf }) {
    const children = groupBy(entries, ({ kind, name }) => {
      const parent = standsOn(recipeOf(kind, name)?.definition.parent);
      return parent === undefined ? undefined : `${kind} ${parent}`;
    });
    for (const { kind, name, path, built } of entries) {
      const others = (children.get(`${kind} ${name}`) ?? []).filter((child) => child.name !== name);
      const standing = others.map((child) => child.name);
      if (built.buildOnDeploy || built.alreadyBuilt || standing.length === 0) continue;
      const message = `${listOf(standing)} ${standing.length === 1 ? "is" : "are"} built on "${name}", which may never have been built`;
      const fix =
        "add buildOnDeploy: true, so that Terraform builds one first, or alreadyBuilt: true if a build exists";
      report({ key: path }, message, fix);
    }
  },
};
