import { ssmParameterName } from "../aws/ssm-parameter";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { Names } from "./names";
import type { ImagePipeline } from "./pipeline";
import { targetsOf, type WrittenBuild } from "./written-builds";

/** Resolves a pipeline of an image or container. */
export function resolvePipeline<Target extends Distribution | ContainerDistribution>(
  { id, key, owner, schedule, descriptions, enabled, tags }: WrittenBuild,
  definition: ImageDefinition | ContainerDefinition,
  settings: BuildSettings<Target>,
  names: Names,
): ImagePipeline<Target> {
  return {
    id,
    key,
    name: names.pipeline(owner, key),
    description: descriptions.pipeline ?? definition.description,
    tags: tags.pipeline ?? definition.tags,
    settings,
    enabled,
    schedule:
      typeof schedule === "string"
        ? undefined
        : {
            expression: `cron(${schedule.cron})`,
            timezone: schedule.timezone,
            startCondition:
              schedule.start === "always"
                ? "EXPRESSION_MATCH_ONLY"
                : "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
          },
  };
}

/** Checks whether a build needs permissions that Image Builder's service-linked role does not have. */
export function needsExecutionRole(
  build: WrittenBuild,
  definition: Pick<ImageDefinition | ContainerDefinition, "workflows" | "parent">,
  environment: EnvironmentDefinition,
): boolean {
  return (
    definition.workflows.length > 0 ||
    writesParameters(build, environment) ||
    readsParameter(definition) ||
    launchesFast(build, environment)
  );
}

/**
 * Checks whether a build writes SSM parameters, which needs the execution role.
 * Source: Image Builder User Guide, "Prerequisites for SSM output parameters".
 */
function writesParameters(build: WrittenBuild, environment: EnvironmentDefinition): boolean {
  return targetsOf(build, environment).some(({ target }) => target.ssmParameters.length > 0);
}

/**
 * Checks whether a build uses Fast Launch, whose resources the service-linked role is not allowed to create.
 * Source: Image Builder User Guide, "Prerequisites for EC2 Fast Launch".
 */
export function launchesFast(build: WrittenBuild, environment: EnvironmentDefinition): boolean {
  return targetsOf(build, environment).some(({ target }) => target.fastLaunch.length > 0);
}

/**
 * Checks whether the parent is an SSM parameter that the service-linked role cannot read: it reads only public parameters and /imagebuilder/.
 * Source: Image Builder User Guide, "Use a base image parameter in your recipe".
 */
function readsParameter({ parent }: Pick<ImageDefinition | ContainerDefinition, "parent">): boolean {
  return parent.from === "ssm" && !/^\/(aws|imagebuilder)\//.test(ssmParameterName(parent.parameter));
}
