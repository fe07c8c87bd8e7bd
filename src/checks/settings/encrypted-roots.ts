import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { exampleProject } from "../../definitions/rules";
import { rootVolumeOf } from "../../factory/root-encryption";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { readableImages } from "../../project/readable";
import { problemAtKey } from "../problem-at";

const { image, environment: ofDev } = exampleProject;
const example = (parent: string) => ({
  "images/base.yaml": image.replace(/ {2}os.*\n.*\n/, parent),
  "environments/dev.yaml": `${ofDev}encryption: { create: true }\n`,
});

export const rootDeviceUnknown: Rule = {
  code: "root-device-unknown",
  severity: "error",
  summary:
    "An environment encrypts its images with a key, but the root device of a parent is unknown. The root volume would stay as it is in the parent.",
  source:
    "docs/reference.md: encryption; API type InstanceBlockDeviceMapping: a volume is mapped by the name of its device",
  fail: [example("  ▸ssm: /images/base\n  platform: Linux\n")],
  pass: [example("  ssm: /images/base\n  platform: Linux\n  rootDevice: /dev/xvda\n")],
};

/** Finds images whose root volume an environment cannot encrypt. What stands on another image has its root device. */
export function checkEncryptedRoots(
  environmentName: string,
  environment: EnvironmentDefinition,
  project: Project,
): Problem[] {
  if (environment.encryption === undefined) return [];
  const images = readableImages(project);
  return Object.keys(environment.images).flatMap((name) => {
    const [definition, source] = [images.get(name), project.images.get(name)?.source];
    if (definition === undefined || source === undefined) return [];
    if (rootVolumeOf(name, definition, images, environment) !== "device-unknown") return [];
    const key = definition.parent.from;
    if (key === "os" || key === "project") return [];
    const message = `environment "${environmentName}" encrypts the root volume of "${name}", but its device is not known`;
    const fix =
      "add parent.rootDevice, the root device of the AMI, e.g. /dev/xvda or /dev/sda1, or write encryptRootVolume: false";
    return [problemAtKey(rootDeviceUnknown, source, ["parent", key], message, fix)];
  });
}
