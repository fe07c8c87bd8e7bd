import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { ImageDefinition } from "../definitions/schema/image";
import type { ImagePipeline } from "./pipeline";

/**
 * What builds an image or a container.
 *
 * @param name in AWS
 */
export function resolvePipeline(
  name: string,
  definition: ImageDefinition | ContainerDefinition,
  built: BuiltImage | BuiltContainer,
  scanning: ImagePipeline["scanning"],
): ImagePipeline {
  const { schedule } = built;
  return {
    name,
    description: built.descriptions.pipeline ?? definition.description,
    enabled: built.enabled,
    schedule:
      schedule === "manual"
        ? undefined
        : {
            expression: `cron(${schedule.cron})`,
            timezone: schedule.timezone,
            startCondition:
              schedule.start === "always"
                ? "EXPRESSION_MATCH_ONLY"
                : "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
          },
    tests: definition.tests,
    enhancedMetadata: definition.enhancedMetadata,
    scanning,
    workflows: definition.workflows,
    needsExecutionRole: needsExecutionRole(definition, built),
    buildOnDeployHours: built.buildOnDeploy ? built.buildTimeoutHours : undefined,
    tags: built.tags.pipeline ?? definition.tags,
  };
}

/** Whether Image Builder's own role may not do what the pipeline needs. */
export function needsExecutionRole(
  definition: ImageDefinition | ContainerDefinition,
  built: BuiltImage | BuiltContainer,
): boolean {
  return (
    definition.workflows.length > 0 || writesParameters(built) || readsParameter(definition) || launchesFast(built)
  );
}

/** Source: Image Builder User Guide, "Prerequisites for SSM output parameters": the execution role writes them. */
function writesParameters({ distribute = [] }: BuiltImage | BuiltContainer): boolean {
  return distribute.some((target) => "ssmParameters" in target && target.ssmParameters.length > 0);
}

/**
 * Image Builder's own role may not make what Fast Launch makes in the account.
 * Source: Image Builder User Guide, "Prerequisites for EC2 Fast Launch".
 */
export function launchesFast({ distribute = [] }: BuiltImage | BuiltContainer): boolean {
  return distribute.some((target) => "fastLaunch" in target && target.fastLaunch.length > 0);
}

/**
 * Image Builder's own role reads public parameters and those below /imagebuilder/ alone.
 * Source: Image Builder User Guide, "Use a base image parameter in your recipe".
 */
function readsParameter({ parent }: ImageDefinition | ContainerDefinition): boolean {
  return parent.from === "ssm" && !/^\/(aws|imagebuilder)\//.test(parent.parameter);
}
