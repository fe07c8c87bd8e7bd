import { needsExecutionRole } from "../../factory/resolve-pipeline";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";

/** Checks whether an environment creates an execution role: creation is enabled and a pipeline needs the role. */
export function createsExecutionRole({ value, builds }: Environment, { recipeOf }: CheckContext): boolean {
  return (
    value.executionRole.create === true &&
    builds.some((build) => {
      const definition = recipeOf(build.kind, build.owner)?.definition;
      if (definition === undefined) return false;
      const workflows = build.further?.workflows ?? definition.workflows;
      return needsExecutionRole(build, { parent: definition.parent, workflows }, value);
    })
  );
}
