/**
 * Policies of AWS for the roles around Image Builder, as ARNs hold them after `policy/`.
 *
 * Source: AWS Managed Policy Reference; Image Builder User Guide, "Use AWS managed policies". Read 2026-11.
 */
export const managedPolicies = {
  buildInstance: "EC2InstanceProfileForImageBuilder",
  /** Systems Manager, which the one for build instances leaves out. */
  systemsManager: "AmazonSSMManagedInstanceCore",
  buildContainer: "EC2InstanceProfileForImageBuilderECRContainerBuilds",
  fastLaunch: "EC2FastLaunchFullAccess",
  lifecycle: "service-role/EC2ImageBuilderLifecycleExecutionPolicy",
} as const;

/** What the role of build instances needs. */
export function policiesOfBuilds(containers: boolean): string[] {
  const { buildInstance, systemsManager, buildContainer } = managedPolicies;
  return [buildInstance, systemsManager, ...(containers ? [buildContainer] : [])];
}

export function managedPolicyArn(partition: string, policy: string): string {
  return `arn:${partition}:iam::aws:policy/${policy}`;
}
