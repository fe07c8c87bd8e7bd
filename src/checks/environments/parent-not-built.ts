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
  eachEnvironment({ value }, report, { project, images, containers }) {
    for (const kind of ["image", "container"] as const) {
      const defined = kind === "image" ? project.images : project.containers;
      const definitions = kind === "image" ? images : containers;
      for (const name of Object.keys(value[`${kind}s`])) {
        const parent = standsOn(definitions.get(name)?.parent);
        if (parent === undefined || !defined.has(parent) || parent in value[`${kind}s`]) continue;
        const message = `"${name}" is built on "${parent}", which this environment does not build`;
        report({ key: [`${kind}s`, name] }, message, `add "${parent}" to ${kind}s`);
      }
    }
  },
};
