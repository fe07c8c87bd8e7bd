import { fieldOf } from "../../definitions/field-of";
import type { ProjectRule } from "../project-rule";
import { containerText, withContainer } from "./container-example";

const onApp = (line: string) => ({
  "containers/app.yaml": containerText(),
  ...withContainer({ parent: ["container: app", line] }),
});

export const containerContradiction: ProjectRule = {
  code: "container-contradiction",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A container states a platform or architecture that its parent container does not have.",
  source: "docs/reference.md: what a container of this project is, is known",
  fail: [onApp("platform: ▸Windows")],
  pass: [onApp("platform: Linux")],
  eachRecipe({ kind, raw, definition: { parent } }, report, { recipeOf }) {
    if (kind !== "container" || parent.from !== "project") return;
    const known = recipeOf("container", parent.name)?.base;
    for (const key of ["platform", "architecture"] as const) {
      // The written text is compared, because the default of the platform is Linux.
      const said = fieldOf(raw, "parent", key);
      const is = known?.[key];
      if (typeof said !== "string" || is === undefined || said === is) continue;
      const message = `"parent.${key}" is "${said}", but the container "${parent.name}" is ${is}`;
      report(["parent", key], message, `remove it, or write ${is}`);
    }
  },
};
