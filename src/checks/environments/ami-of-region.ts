import type { RecipeKind } from "../../model/recipe";
import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { containerText } from "../recipes/container-example";

const amis = (region: string, marker = "") => ({
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
    amis("eu-west-1", "▸"),
    {
      "containers/web.yaml": containerText({ more: "instance: { amis: { eu-west-1: ami-0123456789abcdef0 } }\n" }),
      ...withSettings("containers:\n  ▸web: { schedule: manual }\n"),
    },
  ],
  pass: [amis("us-east-1")],
  eachEnvironment({ value }, report, { images, containers }) {
    const check = (kind: RecipeKind, name: string, what: string, ids: Readonly<Record<string, string>> | undefined) => {
      if (ids === undefined || ids[value.region] !== undefined) return;
      const message = `"${name}" has no ${what} AMI for "${value.region}"`;
      const fix = `add ${value.region} to ${what}.amis in ${kind}s/${name}.yaml`;
      report({ key: [`${kind}s`, name] }, message, fix);
    };
    for (const name of Object.keys(value.images)) {
      const parent = images.get(name)?.parent;
      check("image", name, "parent", parent?.from === "amis" ? parent.amis : undefined);
    }
    for (const name of Object.keys(value.containers))
      check("container", name, "instance", containers.get(name)?.instance.amis);
  },
};
