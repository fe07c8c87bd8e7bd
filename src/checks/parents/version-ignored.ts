import { fieldOf } from "../../definitions/field-of";
import type { YamlPath } from "../../problems/yaml-source";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

export const versionIgnored: ProjectRule = {
  code: "version-ignored",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A version is given where the ARN or the parent fixes it.",
  source: "docs/reference.md: version is for managed images and components",
  fail: [
    withImage({
      components: ["arn: arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x\nversion: ▸1.0.2"],
    }),
    withImage({ parent: ["ssm: /images/base", "platform: Linux", "version: ▸1.0.2"] }),
  ],
  pass: [withImage({ components: ["aws: update-linux\nversion: 1.0.2"] })],
  eachRecipe({ kind, raw, definition: { parent, components } }, report) {
    const ignored = (path: YamlPath, what: string) => {
      report([...path, "version"], `"version" is for what AWS manages, and this is ${what}`, "remove it");
    };
    if (kind === "image" && parent.from !== "os" && fieldOf(raw, "parent", "version") !== undefined)
      ignored(["parent"], "not a managed image");
    components.forEach(({ from }, index) => {
      const isWritten = fieldOf(raw, "components", index, "version") !== undefined;
      if (from === "arn" && isWritten) ignored(["components", index], "an ARN");
    });
  },
};
