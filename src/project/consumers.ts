import type { ImageConsumer } from "../factory/image-consumer";
import { resolveConsumer } from "../factory/resolve-consumer";
import { addressesIn, consumerAdditions } from "./additions";
import type { Project } from "./load-project";
import type { LockedProject } from "./lock";

/** Resolves all environments of a checked project that receive images. */
export function resolveConsumers(project: Project, { environments: remembered }: LockedProject): ImageConsumer[] {
  const environments = project.definitions.environments;
  return [...environments.keys()].flatMap((name) => {
    const consumer = resolveConsumer(name, environments, remembered.get(name));
    if (consumer === undefined) return [];
    const { stack } = consumer;
    return [{ ...consumer, addresses: addressesIn(stack, project), additions: consumerAdditions(stack, project) }];
  });
}
