import { createsLifecycleRole } from "../../factory/resolve-consumer";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Tags } from "../../factory/tags";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";
import { createsExecutionRole } from "../roles/created-execution-role";

/**
 * Returns the environment's tags for all resources if it creates a role: for build instances, for Image Builder, or for accounts that
 * distribute to it. IAM restricts tags more than other services.
 */
export function roleTags(environment: Environment, context: CheckContext): Tags {
  const { value } = environment;
  const { build, lifecycle, lifecycleRole, consumer } = value;
  const createsRole =
    (build.instanceProfile.create === true && buildsAnything(value)) ||
    createsExecutionRole(environment, context) ||
    (lifecycleRole.create === true && Object.keys(lifecycle).length > 0) ||
    (consumer !== undefined && (consumer.distributionRole || createsLifecycleRole(consumer)));
  return createsRole ? value.tags : {};
}

/** Returns the first key that IAM treats as equal to this one; undefined if this is the first. */
export function twinOf(key: string, tags: Tags): string | undefined {
  const first = Object.keys(tags).find((other) => other.toLowerCase() === key.toLowerCase());
  return first === key ? undefined : first;
}
