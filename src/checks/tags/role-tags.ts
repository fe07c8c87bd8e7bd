import type { BuildDefinitions } from "../../definitions/definitions";
import { makesLifecycleRole } from "../../factory/resolve-consumer";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Tags } from "../../factory/tags";
import type { Environment } from "../context/environments";
import { makesExecutionRole } from "../roles/made-execution-role";

/**
 * The tags of everything, where an environment makes a role with them: for build instances, for Image Builder, or for those who
 * distribute to it. IAM is stricter than the rest.
 */
export function roleTags({ value }: Environment, defined: BuildDefinitions): Tags {
  const { build, lifecycle, lifecycleRole, consumer } = value;
  const makesRole =
    (build.instanceProfile.create === true && buildsAnything(value)) ||
    makesExecutionRole(value, defined) ||
    (lifecycleRole.create === true && Object.keys(lifecycle).length > 0) ||
    (consumer !== undefined && (consumer.distributionRole || makesLifecycleRole(consumer)));
  return makesRole ? value.tags : {};
}

/** The first key that IAM takes for the same as this one; undefined where it is the first itself. */
export function twinOf(key: string, tags: Tags): string | undefined {
  const first = Object.keys(tags).find((other) => other.toLowerCase() === key.toLowerCase());
  return first === key ? undefined : first;
}
