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
  eachEnvironment({ value }, report, { images, containers }) {
    for (const kind of ["image", "container"] as const) {
      const definitions = kind === "image" ? images : containers;
      const built = value[`${kind}s`];
      const children = groupBy(Object.keys(built), (child) => standsOn(definitions.get(child)?.parent));
      for (const [name, { buildOnDeploy, alreadyBuilt }] of Object.entries(built)) {
        const standing = (children.get(name) ?? []).filter((child) => child !== name);
        if (buildOnDeploy || alreadyBuilt || standing.length === 0) continue;
        const message = `${listOf(standing)} ${standing.length === 1 ? "is" : "are"} built on "${name}", which may never have been built`;
        const fix =
          "add buildOnDeploy: true, so that Terraform builds one first, or alreadyBuilt: true if a build exists";
        report({ key: [`${kind}s`, name] }, message, fix);
      }
    }
  },
};
