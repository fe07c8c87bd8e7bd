import type { BuildDefinitions } from "../../definitions/definitions";
import type { ContainerDefinition } from "../../definitions/schema/container";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ImageDefinition } from "../../definitions/schema/image";
import { needsExecutionRole } from "../../factory/resolve-pipeline";

/** Whether an environment makes an execution role: it is to be made, and a pipeline needs it. */
export function makesExecutionRole(
  { images, containers, executionRole }: EnvironmentDefinition,
  defined: BuildDefinitions,
): boolean {
  const needs = (
    definition: ImageDefinition | ContainerDefinition | undefined,
    built: Parameters<typeof needsExecutionRole>[1],
  ) => definition !== undefined && needsExecutionRole(definition, built);
  return (
    executionRole.create === true &&
    (Object.entries(images).some(([name, built]) => needs(defined.images.get(name), built)) ||
      Object.entries(containers).some(([name, built]) => needs(defined.containers.get(name), built)))
  );
}
