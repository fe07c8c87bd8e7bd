import type { TerraformStack } from "cdktf";

import { nonEmpty } from "../src/collections/non-empty";
import { LifecyclePolicy } from "../src/constructs/lifecycle-policy";
import { LifecycleRole } from "../src/constructs/lifecycle-role";
import type { ImageFactory } from "../src/factory/image-factory";

/** Creates the lifecycle policies of a stack and their role. Does nothing if there are no policies. */
export function createLifecycle(
  stack: TerraformStack,
  { lifecyclePolicies, lifecycleRole, names, place }: ImageFactory,
): void {
  if (lifecycleRole === undefined) return;
  const role = new LifecycleRole(stack, "lifecycle-role", { name: names.lifecycleRole, place, role: lifecycleRole });
  for (const policy of lifecyclePolicies)
    new LifecyclePolicy(stack, `lifecycle-policy-${policy.id}`, {
      policy,
      executionRoleArn: role.arn,
      dependsOn: nonEmpty(role.permissions),
    });
}
