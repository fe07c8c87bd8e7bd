import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { ImageDefinition } from "../definitions/schema/image";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { ImagePipeline } from "./pipeline";

/**
 * A pipeline of an image or container.
 *
 * @param id address in Terraform
 * @param name in AWS
 */
export function resolvePipeline<Target extends Distribution | ContainerDistribution>(
  id: string,
  name: string,
  definition: ImageDefinition | ContainerDefinition,
  { schedule, descriptions, enabled, tags }: BuiltImage | BuiltContainer,
  settings: BuildSettings<Target>,
): ImagePipeline<Target> {
  return {
    id,
    name,
    description: descriptions.pipeline ?? definition.description,
    tags: tags.pipeline ?? definition.tags,
    settings,
    enabled,
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
