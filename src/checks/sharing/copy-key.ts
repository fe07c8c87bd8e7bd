import type { Distribution } from "../../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { defaultKey } from "../../factory/resolve-keys";
import type { KmsKey } from "../../model/recipe";

/** The key of the AMI in another region than that of the build, where it is a copy. */
export function copyKey(value: EnvironmentDefinition, target: Distribution): KmsKey | undefined {
  return target.region === value.region ? undefined : (target.kmsKey ?? defaultKey(value, target.region));
}
