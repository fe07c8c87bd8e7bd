import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const platforms = { linux: "Linux", windows: "Windows", macos: "macOS" } as const;

export const managedComponentPlatform: ProjectRule = {
  code: "managed-component-platform",
  refusedBy: "AWS",
  summary: "The name of an AWS component says that it is for another platform than the image.",
  source: "Image Builder User Guide, AWS-managed components: the platform is in the name",
  fail: [
    withImage({ components: ["aws: ▸update-windows"] }),
    withImage({ components: ["arn: ▸arn:aws:imagebuilder:us-east-1:aws:component/update-windows/x.x.x"] }),
  ],
  pass: [
    withImage({}),
    withImage({ components: ["aws: stig-build"] }),
    withImage({ components: ["aws: linux-windows-tool"] }),
  ],
  eachRecipe({ base, definition: { components } }, report) {
    if (base === undefined) return;
    components.forEach((reference, index) => {
      if (reference.from === "project") return;
      const name = reference.from === "aws" ? reference.name : managedName(reference.arn);
      const named = name?.split("-").filter((part): part is keyof typeof platforms => part in platforms) ?? [];
      if (name === undefined || named.length !== 1 || named[0] === undefined) return;
      const platform = platforms[named[0]];
      if (platform === base.platform) return;
      const message = `"${name}" is for ${platform}, but this is ${base.platform}`;
      const fix = `write ${name.replace(named[0], base.platform.toLowerCase())}, if there is one`;
      report(["components", index, reference.from], message, fix);
    });
  },
};

/** Returns the name in the ARN of an AWS component; undefined for other components and without a version. */
function managedName(arn: string): string | undefined {
  const { owner, type, path: [name, version] = [] } = parseImageBuilderArn(arn) ?? {};
  return owner === "aws" && type === "component" && version !== undefined ? name : undefined;
}
