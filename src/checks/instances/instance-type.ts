/** Room for what is to come: a number above it is a slip of the finger. */
const lastGeneration = 19;

/** What is wrong with an instance type by itself. */
export interface TypeFault {
  readonly of: "size" | "generation";
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with the name of an instance type. Source: EC2 User Guide, instance type naming. */
export function nameFault(type: string): TypeFault | undefined {
  const [family = "", size = ""] = type.split(".");
  if (!/^(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/.test(size))
    return {
      of: "size",
      message: `the instance type "${type}" has the size "${size}", which does not exist in EC2`,
      fix: "write nano, micro, small, medium, large, xlarge, 2xlarge and so on, or metal",
    };
  const generation = /^[a-z]+(\d+)/.exec(family)?.[1];
  if (Number(generation) > lastGeneration)
    return {
      of: "generation",
      message: `the instance type "${type}" is of generation "${generation ?? ""}", which does not exist in EC2`,
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

/** The architecture of an instance family such as `m7gd`; undefined for one that the naming scheme does not tell. */
export function architectureOf(family: string): "x86_64" | "arm64" | undefined {
  if (family === "a1") return "arm64";
  if (isMac(family)) return family === "mac1" ? "x86_64" : "arm64";
  const parts = /^([a-z]+)\d+([a-z]*)(-[a-z0-9]+)?$/.exec(family);
  if (parts === null) return undefined;
  const [, series = "", attributes = ""] = parts;
  if (attributes.includes("g")) return "arm64";
  return x86Series.has(series) ? "x86_64" : undefined;
}
