/**
 * AWS managed policies for the roles that Image Builder uses, as the text after `policy/` in their ARNs.
 *
 * Source: AWS Managed Policy Reference; Image Builder User Guide, "Use AWS managed policies". Read 2026-11.
 */
export const managedPolicies = {
  buildInstance: "EC2InstanceProfileForImageBuilder",
  /** Access to Systems Manager, which the policy for build instances does not include. */
  systemsManager: "AmazonSSMManagedInstanceCore",
  buildContainer: "EC2InstanceProfileForImageBuilderECRContainerBuilds",
  fastLaunch: "EC2FastLaunchFullAccess",
  lifecycle: "service-role/EC2ImageBuilderLifecycleExecutionPolicy",
} as const;

/** Returns the managed policies that the role of build instances needs. @param containers whether containers are built, too */
export function policiesOfBuilds(containers: boolean): string[] {
  const { buildInstance, systemsManager, buildContainer } = managedPolicies;
  return [buildInstance, systemsManager, ...(containers ? [buildContainer] : [])];
}

export function managedPolicyArn(partition: string, policy: string): string {
  return `arn:${partition}:iam::aws:policy/${policy}`;
}
