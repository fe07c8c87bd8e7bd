import { managedImages } from "../../aws/managed-images";
import { buildingWeb, withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const managed = ["os: amazon-linux-2023", "architecture: x86_64"];
const web = (line: string) => ({
  "images/web.yaml": `parent:\n  image: base\n  ${line}\ncomponents:\n  - aws: update-linux\n`,
  ...buildingWeb,
});

export const parentContradiction: ProjectRule = {
  code: "parent-contradiction",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A definition states a platform or architecture that its parent does not have.",
  source: "docs/reference.md: the platform of a managed image, and all of an image of this project, are known",
  fail: [
    withImage({ parent: [...managed, "platform: ▸Windows"] }),
    web("architecture: ▸arm64"),
    web("platform: ▸Windows"),
  ],
  pass: [withImage({ parent: [...managed, "platform: Linux"] }), web("architecture: x86_64")],
  eachRecipe({ kind, definition: { parent } }, report, { recipeOf }) {
    if (kind !== "image" || (parent.from !== "os" && parent.from !== "project")) return;
    const [whose, known] =
      parent.from === "os"
        ? [parent.os, { platform: managedImages[parent.os].platform, architecture: undefined }]
        : [parent.name, recipeOf("image", parent.name)?.base];
    for (const key of ["platform", "architecture"] as const) {
      const said = parent[key];
      const is = known?.[key];
      if (said === undefined || is === undefined || said === is) continue;
      const message = `"parent.${key}" is "${said}", but "${whose}" is ${is}`;
      report(["parent", key], message, `remove it, or write ${is}`);
    }
  },
};
