import type { z } from "zod";

import { type ManagedImageName, managedImages } from "../../aws/managed-images";
import type { Architecture } from "../../aws/platform";
import { nearest } from "../../problems/suggest";
import type { YamlPath } from "../../problems/yaml-source";
import { knownKeys } from "./known-keys";

/** Returns a fix for text in an unexpected place that names the most likely intention; undefined if it is unclear. */
export function likelyFix(path: YamlPath, value: unknown, schema: z.ZodType): string | undefined {
  if (typeof value !== "string") return undefined;
  const key = path.at(-1);
  const keys = knownKeys(schema, path.slice(0, -1));
  // A name can often be replaced by an ARN, under the key "arn" in the same map.
  if (value.startsWith("arn:") && key !== "arn" && keys.includes("arn"))
    return `write arn: ${value} in place of ${String(key)}`;
  switch (key) {
    case "schedule":
      return scheduleFix(value);
    case "parent":
      return parentFix(value, knownKeys(schema, path));
    case "os":
      return osFix(value);
    case "architecture":
      return architectureFix(value);
    case "after":
    case "launchedWithin":
      return periodFix(value);
    default:
      return undefined;
  }
}

/** Cron expressions for common words. `cron` uses the same times: midnight, and Sunday. Source: EC2 Image Builder, "Cron expressions". */
const cronOfWord: Readonly<Record<string, string>> = {
  hourly: "0 * * * ? *",
  daily: "0 0 * * ? *",
  nightly: "0 0 * * ? *",
  weekly: "0 0 ? * SUN *",
  monthly: "0 0 1 * ? *",
};

function scheduleFix(value: string): string | undefined {
  const cron = cronOfWord[value.toLowerCase()] ?? /^(?:cron\()?(\S+(?: +\S+){4} +[^\s)]+)\)?$/.exec(value)?.[1];
  if (cron !== undefined) return `write schedule: { cron: "${cron}" }`;
  return nearest(value, ["manual"]) === undefined ? 'write "manual", or a map: { cron: "0 4 ? * SUN *" }' : undefined;
}

/**
 * Returns a fix for a parent that is written as text.
 *
 * @param keys allowed keys of a parent, which differ between images and containers
 */
function parentFix(value: string, keys: readonly string[]): string | undefined {
  if (!keys.includes("os")) return keys.includes("image") ? `write parent: { image: "${value}" }` : undefined;
  const managed = managedImage(value);
  if (managed !== undefined)
    return `write parent: { os: ${managed.os}, architecture: ${managed.architecture ?? "x86_64"} }`;
  if (/^ami-[0-9a-f]+$/.test(value))
    return `write parent: { amis: { us-east-1: ${value} }, platform: Linux }, with your region`;
  if (value.startsWith("arn:")) return `write parent: { arn: "${value}", platform: Linux }`;
  if (/^(ssm:|\/)/.test(value)) return `write parent: { ssm: ${value.replace("ssm:", "")}, platform: Linux }`;
  return `write parent: { image: ${value} }, if it is an image of this project`;
}

function osFix(value: string): string | undefined {
  const managed = managedImage(value);
  return managed?.architecture === undefined
    ? undefined
    : `write os: ${managed.os}, and architecture: ${managed.architecture}`;
}

/** Names that others use for an architecture. */
const architectureOfName: Readonly<Record<string, Architecture>> = {
  amd64: "x86_64",
  x64: "x86_64",
  x86: "x86_64",
  aarch64: "arm64",
};

function architectureFix(value: string): string | undefined {
  const architecture = architectureOfName[value.toLowerCase()];
  return architecture === undefined ? undefined : `write ${architecture}`;
}

/** Finds a managed image by its name in this project, optionally followed by an architecture, or by its name in the ARN. */
function managedImage(text: string): { readonly os: string; readonly architecture?: Architecture } | undefined {
  const [, base = "", ending] = /^(.*?)(?:[-_](arm64|aarch64|x86_64|x86|amd64))?$/.exec(text.toLowerCase()) ?? [];
  const architecture =
    ending === undefined ? undefined : ending === "arm64" || ending === "aarch64" ? "arm64" : "x86_64";
  if (Object.hasOwn(managedImages, base)) return { os: base, architecture };
  for (const [os, { arnNames }] of Object.entries(managedImages) as [ManagedImageName, { arnNames: object }][])
    for (const [of, name] of Object.entries(arnNames) as [Architecture, string][])
      if (name === text) return { os, architecture: of };
  return undefined;
}

const unitOf: Readonly<Record<string, string>> = { d: "days", w: "weeks", m: "months", y: "years" };

function periodFix(value: string): string | undefined {
  const [, count, unit = ""] = /^(\d+) ?(d|w|m|y|days?|weeks?|months?|years?)$/i.exec(value) ?? [];
  return count === undefined ? undefined : `write { ${unitOf[unit.charAt(0).toLowerCase()] ?? "days"}: ${count} }`;
}
