import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const constructs = join(__dirname, "..", "src", "constructs");

/** Modules of the provider that are not resources of a builder stack: those of the consumer's stack, and the provider. */
const otherModules = new Set(["kms-grant", "launch-template", "provider"]);

/** Returns the resource types in the builder stacks, sorted: those that the constructs import, without data sources. */
export function resourceTypes(): string[] {
  const modules = readdirSync(constructs)
    .map((file) => readFileSync(join(constructs, file), "utf8"))
    .flatMap((text) => [...text.matchAll(/"@cdktf\/provider-aws\/lib\/(?!data-)([a-z0-9-]+)"/g)])
    .map(([, name = ""]) => name)
    .filter((name) => !otherModules.has(name));
  return [...new Set(modules)].map((name) => `aws_${name.replaceAll("-", "_")}`).sort();
}
