import { parseArn } from "../../aws/arn";
import { exampleProject } from "../../definitions/rules";
import { versionPattern } from "../../definitions/schema/common";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import { fieldOf } from "../field-of";
import type { Recipe } from "../recipes/recipes";

const ofImage = (text: string) => ({ "images/base.yaml": text });
const parentArn = (arn: string) =>
  ofImage(exampleProject.image.replace(/ {2}os.*\n.*\n/, `  arn: ${arn}\n  platform: Linux\n`));
const componentArn = (arn: string) => ofImage(exampleProject.image.replace("aws: update-linux", `arn: ${arn}`));
const folder = (path: string) => ofImage(`${exampleProject.image}workingDirectory: ${path}\n`);

export const imageArn: Rule = {
  code: "image-arn",
  severity: "error",
  summary: "The ARN of a parent is not the ARN of an Image Builder image with a version.",
  source: "API field CreateImageRecipe.parentImage; Image Builder User Guide, semantic versioning",
  fail: [parentArn("▸arn:aws:imagebuilder:us-east-1:123456789012:image/base/x.2.x")],
  pass: [parentArn("arn:aws:imagebuilder:us-east-1:123456789012:image/base/2.x.x")],
};

export const componentArnForm: Rule = {
  code: "component-arn",
  severity: "error",
  summary: "The ARN of a component is not the ARN of an Image Builder component with a version.",
  source: "API field ComponentConfiguration.componentArn; Image Builder User Guide, semantic versioning",
  fail: [componentArn("▸arn:aws:imagebuilder:us-east-1:aws:image/update-linux/1.0.2")],
  pass: [componentArn("arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.2")],
};

export const workingDirectory: Rule = {
  code: "working-directory",
  severity: "error",
  summary: "The working directory is not an absolute path on the platform of the image.",
  source: "API field CreateImageRecipe.workingDirectory",
  fail: [folder("▸var/tmp")],
  pass: [folder("/var/tmp")],
};

export const versionIgnored: Rule = {
  code: "version-ignored",
  severity: "error",
  unsilenceable: true,
  summary: "A version is given where it is already fixed: by the ARN, or by versions.lock.json.",
  source: "docs/reference.md: version is for managed images and components",
  fail: [
    ofImage(
      exampleProject.image.replace(
        "aws: update-linux",
        "arn: arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x\n    version: ▸1.0.2",
      ),
    ),
  ],
  pass: [ofImage(exampleProject.image.replace("aws: update-linux", "aws: update-linux\n    version: 1.0.2"))],
};

export const parentParameter: Rule = {
  code: "parent-parameter",
  severity: "error",
  summary: "The SSM parameter of a parent does not have a valid name.",
  source: "SSM API field PutParameter.Name: a parameter in a hierarchy starts with a slash",
  fail: [ofImage(exampleProject.image.replace(/ {2}os.*\n.*\n/, "  ssm: ▸images/base\n  platform: Linux\n"))],
  pass: [ofImage(exampleProject.image.replace(/ {2}os.*\n.*\n/, "  ssm: /images/base\n  platform: Linux\n"))],
};

export const parentRules: readonly Rule[] = [
  imageArn,
  componentArnForm,
  workingDirectory,
  versionIgnored,
  parentParameter,
];

/** Checks the ARNs, versions and the working directory of an image or container. */
export function checkParents(recipe: Recipe): Problem[] {
  const { source, definition, base } = recipe;
  const { parent, components, workingDirectory: path } = definition;
  const checkArn = (rule: Rule, type: "image" | "component", at: YamlPath, arn: string | undefined): Problem[] => {
    const fault = arn === undefined ? undefined : arnFault(type, arn);
    if (fault === undefined) return [];
    const [, region = "", ami = ""] = /^arn:[^:]+:ec2:([^:]*):[^:]*:image\/(ami-[0-9a-f]+)$/.exec(arn ?? "") ?? [];
    const fix =
      ami === ""
        ? `write arn:aws:imagebuilder:region:owner:${type}/name/version, the version e.g. 1.0.2, 1.0.x, 1.x.x or x.x.x`
        : `write amis: { ${region}: ${ami} } in place of arn`;
    return [problemOf(rule, source.file, source.locate(at), fault, fix)];
  };
  const problems = [
    ...checkArn(imageArn, "image", ["parent", "arn"], parent.from === "arn" ? parent.arn : undefined),
    ...components.flatMap((reference, index) =>
      reference.from === "arn"
        ? checkArn(componentArnForm, "component", ["components", index, "arn"], reference.arn)
        : [],
    ),
  ];
  problems.push(...checkVersions(recipe), ...checkParameterName(source, definition));
  const platform = base?.platform;
  if (path !== undefined && platform !== undefined && !isAbsolute(path, platform))
    problems.push(
      problemOf(
        workingDirectory,
        source.file,
        source.locate(["workingDirectory"]),
        `"${path}" is not an absolute path on ${platform}`,
        platform === "Windows"
          ? "write a path with its drive, e.g. C:/build"
          : "write a path that starts with /, e.g. /var/tmp",
      ),
    );
  return problems;
}

/** A version stands in the ARN, or follows from the lock. */
function checkVersions({ kind, source, raw, definition: { parent, components } }: Recipe): Problem[] {
  const report = (at: YamlPath, what: string) => [
    problemOf(
      versionIgnored,
      source.file,
      source.locate([...at, "version"]),
      `"version" is for what AWS manages, and this is ${what}`,
      "remove it",
    ),
  ];
  const ofParent =
    kind === "image" && parent.from !== "os" && fieldOf(fieldOf(raw, "parent"), "version") !== undefined
      ? report(["parent"], "no managed image")
      : [];
  const written = fieldOf(raw, "components");
  const ofComponents = components.flatMap(({ from }, index) =>
    from === "aws" || fieldOf(Array.isArray(written) ? written[index] : undefined, "version") === undefined
      ? []
      : report(["components", index], from === "arn" ? "an ARN" : "a document of this project"),
  );
  return [...ofParent, ...ofComponents];
}

function checkParameterName(source: YamlSource, { parent }: Recipe["definition"]): Problem[] {
  if (parent.from !== "ssm") return [];
  const name = parent.parameter;
  const fault =
    name.includes("//") || name.endsWith("/")
      ? "has an empty part"
      : name.includes("/") && !name.startsWith("/")
        ? "is in a hierarchy, but does not start with a slash"
        : undefined;
  if (fault === undefined) return [];
  const fix = `write /${name
    .split("/")
    .filter((part) => part !== "")
    .join("/")}`;
  const message = `the SSM parameter "${name}" ${fault}`;
  return [problemOf(parentParameter, source.file, source.locate(["parent", "ssm"]), message, fix)];
}

function isAbsolute(path: string, platform: "Linux" | "Windows" | "macOS"): boolean {
  return platform === "Windows" ? /^[A-Za-z]:[\\/]/.test(path) : path.startsWith("/");
}

function arnFault(type: "image" | "component", arn: string): string | undefined {
  const { service, account: owner = "", resource = "" } = parseArn(arn) ?? {};
  const [kind, name = "", version, build, ...more] = resource.split("/");
  if (service !== "imagebuilder" || kind !== type) return `"${arn}" is no ${type} of Image Builder`;
  if (!/^(\d{12}|aws(-[a-z-]+)?|third-party)$/.test(owner))
    return `the owner "${owner}" of "${arn}" is neither an account nor aws`;
  if (!/^[a-z0-9-_]+$/.test(name)) return `the name "${name}" in "${arn}" is not lower-case letters, digits, - and _`;
  if (version === undefined) return `"${arn}" has no version`;
  if (!versionPattern.test(version))
    return `the version "${version}" of "${arn}" is not three numbers; after an x, only x may follow`;
  if (more.length > 0 || (build !== undefined && !/^\d+$/.test(build))) return `"${arn}" goes on after its version`;
  return undefined;
}
