import { managedImages } from "../../aws/managed-images";
import { imageText } from "../../definitions/example-texts";
import type { ImageParent } from "../../model/parent";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

export const parentIncomplete: ProjectRule = {
  code: "parent-incomplete",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A parent lacks a detail that cannot be derived: the architecture of a managed image, or the platform of an AMI.",
  source: "Image Builder User Guide, managed images; API field CreateComponent.platform",
  fail: [
    withImage({ parent: ["▸os: amazon-linux-2023"] }),
    withImage({
      parent: ["os: windows-server-2022", "▸architecture: arm64"],
      components: ["aws: update-windows"],
    }),
    withImage({ parent: ["▸ssm: /images/base"] }),
    withImage({ parent: ["▸amis: { us-east-1: ami-0123456789abcdef0 }"] }),
  ],
  pass: [{ "images/base.yaml": imageText() }, withImage({ parent: ["ssm: /images/base", "platform: Linux"] })],
  eachRecipe({ kind, definition: { parent } }, report) {
    // The parent of a container always has a platform.
    if (kind !== "image" || parent.from === "registry") return;
    const fault = faultOf(parent);
    if (fault !== undefined) report({ key: ["parent", fault.key] }, fault.message, fault.fix);
  },
};

function faultOf(
  parent: ImageParent,
): { readonly key: string; readonly message: string; readonly fix: string } | undefined {
  const { from, architecture, platform } = parent;
  if (from === "project") return undefined;
  if (from !== "os")
    return platform === undefined
      ? {
          key: from,
          message: '"parent.platform" is missing: an AMI does not say it by itself',
          fix: "add platform: Linux, Windows or macOS",
        }
      : undefined;
  const offered = Object.keys(managedImages[parent.os].arnNames);
  if (architecture === undefined)
    return { key: "os", message: '"parent.architecture" is missing', fix: `add architecture: ${offered.join(" or ")}` };
  if (offered.includes(architecture)) return undefined;
  return {
    key: "architecture",
    message: `AWS has no managed image "${parent.os}" for "${architecture}"`,
    fix: `write ${offered.join(" or ")}`,
  };
}
