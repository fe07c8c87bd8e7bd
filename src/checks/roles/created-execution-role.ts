import type { BuildDefinitions } from "../../definitions/definitions";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { needsExecutionRole } from "../../factory/resolve-pipeline";
import { writtenBuilds } from "../../factory/written-builds";

/** Checks whether an environment creates an execution role: creation is enabled and a pipeline needs the role. */
export function createsExecutionRole(
  environment: EnvironmentDefinition,
  { images, containers }: BuildDefinitions,
): boolean {
  return (
    environment.executionRole.create === true &&
    writtenBuilds(environment).some((build) => {
      const definition = (build.kind === "image" ? images : containers).get(build.owner);
      if (definition === undefined) return false;
      const workflows = build.further?.workflows ?? definition.workflows;
      return needsExecutionRole(build, { parent: definition.parent, workflows }, environment);
    })
  );
}
