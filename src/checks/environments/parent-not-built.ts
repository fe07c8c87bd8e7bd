import { standsOn } from "../../model/parent";
import { withEnvironment, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { containerText, standingOn } from "../recipes/container-example";

const web = (images: Readonly<Record<string, string>>) => ({
  "images/web.yaml": standingOn("image", "base"),
  ...withEnvironment({ images }),
});

export const parentNotBuilt: ProjectRule = {
  code: "parent-not-built",
  refusedBy: "AWS",
  summary:
    "An environment builds an image or container but not its parent, which is looked up in the same account and region.",
  source: "API field CreateImageRecipe.parentImage: the image has to exist where the recipe is",
  fail: [
    web({ "▸web": "" }),
    {
      "containers/app.yaml": containerText(),
      "containers/web.yaml": standingOn("container", "app"),
      ...withSettings("containers:\n  ▸web: { schedule: manual }\n"),
    },
  ],
  pass: [web({ base: "    buildOnDeploy: true\n", web: "" })],
  eachEnvironment({ value, entries }, report, { project, recipeOf }) {
    for (const { kind, name, path } of entries) {
      const parent = standsOn(recipeOf(kind, name)?.definition.parent);
      if (parent === undefined || !project[`${kind}s`].has(parent) || parent in value[`${kind}s`]) continue;
      const message = `"${name}" is built on "${parent}", which this environment does not build`;
      report({ key: path }, message, `add "${parent}" to ${kind}s`);
    }
  },
};
