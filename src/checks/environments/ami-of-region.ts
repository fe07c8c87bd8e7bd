import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { containerText } from "../recipes/container-example";

const withAmis = (region: string, marker = "") => ({
  ...withImage({ parent: [`amis: { ${region}: ami-0123456789abcdef0 }`, "platform: Linux"] }),
  ...withEnvironment({ images: { [`${marker}base`]: "" } }),
});

export const amiOfRegion: ProjectRule = {
  code: "ami-of-region",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "An image, or the build instance of a container, has AMI ids by region, but none for the region of an environment that builds it.",
  source: "API field CreateImageRecipe.parentImage: an AMI id is valid in only one region",
  fail: [
    withAmis("eu-west-1", "▸"),
    {
      "containers/web.yaml": containerText({ more: "instance: { amis: { eu-west-1: ami-0123456789abcdef0 } }\n" }),
      ...withSettings("containers:\n  ▸web: { schedule: manual }\n"),
    },
  ],
  pass: [withAmis("us-east-1")],
  eachEnvironment({ value: { region }, entries }, report, { recipeOf }) {
    for (const { kind, name, path } of entries) {
      const definition = recipeOf(kind, name)?.definition;
      if (definition === undefined) continue;
      const { parent } = definition;
      const [what, amis] =
        "instance" in definition
          ? ["instance", definition.instance.amis]
          : ["parent", parent.from === "amis" ? parent.amis : undefined];
      if (amis === undefined || amis[region] !== undefined) continue;
      const fix = `add ${region} to ${what}.amis in ${kind}s/${name}.yaml`;
      report({ key: path }, `"${name}" has no ${what} AMI for "${region}"`, fix);
    }
  },
};
