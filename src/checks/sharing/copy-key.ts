import type { Distribution } from "../../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { defaultKey } from "../../factory/resolve-keys";
import type { KmsKey } from "../../model/recipe";

/** Returns the key of the AMI copies in another region; undefined in the region of the build. */
export function copyKey(value: EnvironmentDefinition, target: Distribution): KmsKey | undefined {
  return target.region === value.region ? undefined : (target.kmsKey ?? defaultKey(value, target.region));
}
