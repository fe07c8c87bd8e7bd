import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import type { Recipe } from "../recipes/recipes";
import { type BuiltRecipe, builtRecipes } from "./built-recipes";

const buildsOn = (type: string) => ({
  "environments/dev.yaml": `${exampleProject.environment}build:\n  instanceTypes: [${type}]\n`,
});

export const instanceArchitecture: Rule = {
  code: "instance-architecture",
  severity: "error",
  summary: "An environment builds an image on an instance type of another architecture, on which it cannot start.",
  source: "EC2 User Guide, instance type naming: g after the generation stands for AWS Graviton, which is arm64",
  fail: [buildsOn("▸t4g.large")],
  pass: [buildsOn("t3.large")],
};

export const instanceMac: Rule = {
  code: "instance-mac",
  severity: "error",
  summary: "macOS runs only on Mac instances, and nothing else runs on them.",
  source: "EC2 User Guide, Amazon EC2 Mac instances",
  fail: [buildsOn("▸mac1.metal")],
  pass: [buildsOn("m6i.large")],
};

export const instanceSize: Rule = {
  code: "instance-size",
  severity: "error",
  summary: "The size of an instance type does not exist in EC2.",
  source: "EC2 User Guide, instance type naming: nano to large, xlarge and its multiples, metal",
  fail: [buildsOn("▸t3.larg")],
  pass: [buildsOn("t3.large")],
};

export const instanceGeneration: Rule = {
  code: "instance-generation",
  severity: "error",
  summary: "The generation of an instance type is far higher than any in EC2.",
  source: "EC2 User Guide, instance type naming: the number after the series; the newest are 8",
  fail: [buildsOn("▸m55.large")],
  pass: [buildsOn("m5.large")],
};

export const instanceRules: readonly Rule[] = [instanceArchitecture, instanceMac, instanceSize, instanceGeneration];

/** Room for what is to come: a number above it is a slip of the finger. */
const lastGeneration = 19;

/** Checks the instance types of an environment against every image and container that is built on them. */
export function checkInstanceTypes(
  { source }: Definition<unknown>,
  environment: EnvironmentDefinition,
  recipes: readonly Recipe[],
): Problem[] {
  const built = builtRecipes(environment, recipes);
  const places = new Map([
    ["build", { path: ["build", "instanceTypes"] as YamlPath, types: environment.build.instanceTypes }],
    ...built.map(
      ({ pathOf, infrastructure }) =>
        [
          pathOf("instanceTypes").join("."),
          { path: pathOf("instanceTypes"), types: infrastructure.instanceTypes },
        ] as const,
    ),
  ]);
  return [...places.values()].flatMap(({ path, types = [] }) => {
    const on = built.filter(({ pathOf }) => pathOf("instanceTypes").join(".") === path.join("."));
    return types.flatMap((type, index) =>
      checkType(type, on).map(({ rule, message, fix }) =>
        problemOf(rule, source.file, source.locate([...path, index]), message, fix),
      ),
    );
  });
}

interface TypeFault {
  readonly rule: Rule;
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with an instance type by itself. */
export function namingFaults(type: string): TypeFault[] {
  const [family = "", size = ""] = type.split(".");
  const ofSize = (message: string, fix: string): TypeFault[] => [{ rule: instanceSize, message, fix }];
  if (!/^(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/.test(size))
    return ofSize(
      `the instance type "${type}" has the size "${size}", which does not exist in EC2`,
      "write nano, micro, small, medium, large, xlarge, 2xlarge and so on, or metal",
    );
  const generation = /^[a-z]+(\d+)/.exec(family)?.[1];
  if (Number(generation) > lastGeneration) {
    const message = `the instance type "${type}" is of generation "${generation ?? ""}", which does not exist in EC2`;
    return [{ rule: instanceGeneration, message, fix: "write e.g. m6i.large" }];
  }
  const isMac = family.startsWith("mac");
  if (isMac && !size.startsWith("metal"))
    return ofSize(
      `the instance type "${type}" has the size "${size}", but Mac instances are only "metal"`,
      `write ${family}.metal`,
    );
  return [];
}

/** What is wrong with an instance type by itself, or for what is built on it. */
function checkType(type: string, built: readonly BuiltRecipe[]): TypeFault[] {
  const faults = namingFaults(type);
  if (faults.length > 0) return faults;
  const [family = ""] = type.split(".");
  const isMac = family.startsWith("mac");
  const misfit = built.find(({ base }) => base !== undefined && (base.platform === "macOS") !== isMac);
  if (misfit !== undefined) {
    const other = isMac ? "another instance type, e.g. m6i.large" : "a Mac instance type, e.g. mac2.metal";
    const message = `"${misfit.name}" is ${misfit.base?.platform ?? ""}, which does not start on "${type}"`;
    return [{ rule: instanceMac, message, fix: `write ${other}; ${ownTypes(misfit)}` }];
  }
  const architecture = architectureOf(family);
  const wrong = built.find(({ base }) => base?.architecture !== undefined && base.architecture !== architecture);
  if (architecture === undefined || wrong === undefined) return [];
  const arm = wrong.base?.architecture === "arm64";
  const other = isMac
    ? `a Mac of that architecture, e.g. ${arm ? "mac2.metal" : "mac1.metal"}`
    : arm
      ? "a Graviton type, e.g. m7g.large"
      : "an x86_64 type, e.g. m6i.large";
  const message = `"${type}" is ${architecture}, but the ${wrong.kind} "${wrong.name}" is ${wrong.base?.architecture ?? ""}`;
  return [{ rule: instanceArchitecture, message, fix: `write ${other}; ${ownTypes(wrong)}` }];
}

function ownTypes({ kind, name }: BuiltRecipe): string {
  return `or give the ${kind} its own: ${kind}s.${name}.build.instanceTypes`;
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
