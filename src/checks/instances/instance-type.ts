import type { Architecture } from "../../aws/platform";

/** Highest accepted generation of instance types. Leaves room for future types; a larger number is a typing error. */
const lastGeneration = 19;

/** Fault in the name of an instance type. */
export interface TypeFault {
  readonly of: "size" | "generation";
  readonly message: string;
  readonly fix: string;
}

/** Returns the fault in the name of an instance type, or undefined. Source: EC2 User Guide, instance type naming. */
export function nameFault(type: string): TypeFault | undefined {
  const [family = "", size = ""] = type.split(".");
  if (!/^(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/.test(size))
    return {
      of: "size",
      message: `the instance type "${type}" has the size "${size}", which does not exist in EC2`,
      fix: "write nano, micro, small, medium, large, xlarge, 2xlarge and so on, or metal",
    };
  const [, generation = ""] = /^[a-z]+(\d+)/.exec(family) ?? [];
  if (Number(generation) > lastGeneration)
    return {
      of: "generation",
      message: `the instance type "${type}" is of generation "${generation}", which does not exist in EC2`,
      fix: "write e.g. m6i.large",
    };
  if (isMac(type) && !size.startsWith("metal"))
    return {
      of: "size",
      message: `the instance type "${type}" has the size "${size}", but Mac instances are only "metal"`,
      fix: `write ${family}.metal`,
    };
  return undefined;
}

export function isMac(type: string): boolean {
  return type.startsWith("mac");
}

const x86Series = new Set(["c", "d", "dl", "f", "g", "gr", "h", "hpc", "i", "inf", "m", "r", "t", "u", "vt", "x", "z"]);

/** Returns the architecture of an instance type such as `m7gd.large`; undefined if the name does not tell it. */
export function architectureOf(type: string): Architecture | undefined {
  const [family = ""] = type.split(".");
  if (family === "a1") return "arm64";
  if (isMac(family)) return family === "mac1" ? "x86_64" : "arm64";
  const parts = /^([a-z]+)\d+([a-z]*)(-[a-z0-9]+)?$/.exec(family);
  if (parts === null) return undefined;
  const [, series = "", attributes = ""] = parts;
  if (attributes.includes("g")) return "arm64";
  return x86Series.has(series) ? "x86_64" : undefined;
}
