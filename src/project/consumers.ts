import type { ImageConsumer } from "../factory/image-consumer";
import { resolveConsumer } from "../factory/resolve-consumer";
import type { Project } from "./load-project";
import { readableEnvironments } from "./readable";

/** Resolves every environment of a checked project that receives images. */
export function resolveConsumers(project: Project): ImageConsumer[] {
  const environments = readableEnvironments(project);
  return [...environments.keys()].flatMap((name) => resolveConsumer(name, environments) ?? []);
}
