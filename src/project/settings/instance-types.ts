import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Recipe } from "../recipes";

const buildsOn = (type: string) => ({
  "environments/dev.yaml": `${exampleProject.environment}build:\n  instanceTypes: [${type}]\n`,
});

export const instanceArchitecture: Rule = {
  code: "instance-architecture",
  severity: "error",
  summary: "An environment builds an image on an instance type of another architecture, where it cannot start.",
  source: "EC2 User Guide, instance type naming: g after the generation stands for AWS Graviton, which is arm64",
  breaks: buildsOn("▸t4g.large"),
  mends: buildsOn("t3.large"),
};

export const instanceMac: Rule = {
  code: "instance-mac",
  severity: "error",
  summary: "macOS starts on Mac instances alone, and nothing else starts on them.",
  source: "EC2 User Guide, Amazon EC2 Mac instances",
  breaks: buildsOn("▸mac1.metal"),
  mends: buildsOn("m6i.large"),
};

export const instanceSize: Rule = {
  code: "instance-size",
  severity: "error",
  summary: "The size of an instance type is none that EC2 has.",
  source: "EC2 User Guide, instance type naming: nano to large, xlarge and its multiples, metal",
  breaks: buildsOn("▸t3.larg"),
  mends: buildsOn("t3.large"),
};

export const instanceRules: readonly Rule[] = [instanceArchitecture, instanceMac, instanceSize];

/** Checks the instance types of an environment against every image and container that is built on them. */
export function checkInstanceTypes(
  { source }: Definition<unknown>,
  environment: EnvironmentDefinition,
  recipes: readonly Recipe[],
): Problem[] {
  const bases = recipes.flatMap(({ kind, name, base }) =>
    base === undefined || !(name in environment[`${kind}s`]) ? [] : [{ kind, name, ...base }],
  );
  return (environment.build.instanceTypes ?? []).flatMap((type, index) => {
    const report = (rule: Rule, message: string, fix: string) => [
      problemOf(rule, source.file, source.locate(["build", "instanceTypes", index]), message, fix),
    ];
    const [family = "", size = ""] = type.split(".");
    if (!/^(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/.test(size))
      return report(
        instanceSize,
        `the instance type "${type}" has the size "${size}", which EC2 has not`,
        "write nano, micro, small, medium, large, xlarge, 2xlarge and so on, or metal",
      );
    const isMac = family.startsWith("mac");
    if (isMac && !size.startsWith("metal"))
      return report(
        instanceSize,
        `the instance type "${type}" has the size "${size}", but Mac instances are "metal" alone`,
        `write ${family}.metal`,
      );
    const misfit = bases.find(({ platform }) => (platform === "macOS") !== isMac);
    if (misfit !== undefined)
      return report(
        instanceMac,
        `"${misfit.name}" is ${misfit.platform}, which does not start on "${type}"`,
        isMac ? "write another instance type, e.g. m6i.large" : "write a Mac instance type, e.g. mac2.metal",
      );
    const architecture = architectureOf(family);
    const other = bases.find((base) => base.architecture !== undefined && base.architecture !== architecture);
    if (architecture === undefined || other === undefined) return [];
    return report(
      instanceArchitecture,
      `"${type}" is ${architecture}, but the ${other.kind} "${other.name}" is ${other.architecture}`,
      other.architecture === "arm64" ? "write a Graviton type, e.g. m7g.large" : "write an x86_64 type, e.g. m6i.large",
    );
  });
}

const x86Series = new Set(["c", "d", "dl", "f", "g", "gr", "h", "hpc", "i", "inf", "m", "r", "t", "u", "vt", "x", "z"]);

/** The architecture of an instance family such as `m7gd`; undefined for one that the naming scheme does not tell. */
export function architectureOf(family: string): "x86_64" | "arm64" | undefined {
  if (family === "a1") return "arm64";
  if (family.startsWith("mac")) return family === "mac1" ? "x86_64" : "arm64";
  const parts = /^([a-z]+)\d+([a-z]*)(-[a-z0-9]+)?$/.exec(family);
  if (parts === null) return undefined;
  const [, series = "", attributes = ""] = parts;
  if (attributes.includes("g")) return "arm64";
  return x86Series.has(series) ? "x86_64" : undefined;
}
