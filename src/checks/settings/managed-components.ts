import { exampleProject } from "../../definitions/rules";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { problemAt } from "../problem-at";
import type { Recipe } from "../recipes/recipes";

const { image } = exampleProject;

export const managedComponentPlatform: Rule = {
  code: "managed-component-platform",
  severity: "error",
  summary: "The name of an AWS component says that it is for another platform than the image.",
  source: "Image Builder User Guide, AWS-managed components: the platform is in the name",
  fail: [{ "images/base.yaml": image.replace("update-linux", "▸update-windows") }],
  pass: [{ "images/base.yaml": image }],
};

export const managedComponentRules: readonly Rule[] = [managedComponentPlatform];

const platforms = { linux: "Linux", windows: "Windows", macos: "macOS" } as const;

/** Checks the components of AWS in an image or container against its platform. */
export function checkManagedComponents({ source, definition, base }: Recipe): Problem[] {
  if (base === undefined) return [];
  return definition.components.flatMap((reference, index) => {
    if (reference.from === "project") return [];
    const name =
      reference.from === "aws"
        ? reference.name
        : /^arn:[^:]+:imagebuilder:[^:]+:aws:component\/([^/]+)\//.exec(reference.arn)?.[1];
    const named = name?.split("-").filter((part): part is keyof typeof platforms => part in platforms) ?? [];
    if (name === undefined || named.length !== 1 || named[0] === undefined) return [];
    const platform = platforms[named[0]];
    if (platform === base.platform) return [];
    const at = ["components", index, reference.from];
    const message = `"${name}" is for ${platform}, but this is ${base.platform}`;
    const fix = `write ${name.replace(named[0], base.platform.toLowerCase())}, if there is one`;
    return [problemAt(managedComponentPlatform, source, at, message, fix)];
  });
}
