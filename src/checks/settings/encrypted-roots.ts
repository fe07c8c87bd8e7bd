import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { exampleProject } from "../../definitions/rules";
import { mapsRoot } from "../../factory/root-volume";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { fieldOf } from "../field-of";
import { problemAtKey } from "../problem-at";
import type { Recipe } from "../recipes/recipes";

const { image, environment } = exampleProject;
const example = (parent: string) => ({
  "images/base.yaml": image.replace(/ {2}os.*\n.*\n/, parent),
  "environments/dev.yaml": `${environment}encryption: { create: true }\n`,
});

export const rootDeviceUnknown: Rule = {
  code: "root-device-unknown",
  severity: "error",
  summary:
    "An environment encrypts its images with a key, but the root device of a parent is unknown. The root volume would stay as it is in the parent.",
  source:
    "docs/reference.md: encryption; API type InstanceBlockDeviceMapping: a volume is mapped by the name of its device",
  fail: example("  ▸ssm: /images/base\n  platform: Linux\n"),
  pass: example("  ssm: /images/base\n  platform: Linux\n  rootDevice: /dev/xvda\n"),
};

/** Finds images whose root volume an environment cannot encrypt. What stands on another image has its root device. */
export function checkEncryptedRoots(
  environmentName: string,
  { encryption, images }: EnvironmentDefinition,
  recipes: readonly Recipe[],
): Problem[] {
  if (encryption === undefined) return [];
  return recipes.flatMap(({ kind, name, source, definition, base, volumes }) => {
    if (kind !== "image" || images[name] === undefined) return [];
    if (base === undefined || base.rootDevice !== undefined || mapsRoot(volumes, undefined)) return [];
    const key = ["ssm", "amis", "arn", "marketplace"].find((each) => fieldOf(definition.parent, each) !== undefined);
    if (key === undefined) return [];
    const message = `environment "${environmentName}" encrypts the root volume of "${name}", but its device is not known`;
    const fix = "add parent.rootDevice, the root device of the AMI, e.g. /dev/xvda or /dev/sda1";
    return [problemAtKey(rootDeviceUnknown, source, ["parent", key], message, fix)];
  });
}
