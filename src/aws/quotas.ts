/**
 * Quotas that AWS raises on request, as an account has them from the start.
 *
 * Source: AWS General Reference, "EC2 Image Builder endpoints and quotas"; IAM User Guide, "IAM and AWS STS quotas". Read 2026-11.
 */
export const defaultQuotas = {
  componentsPerRecipe: 20,
  managedPoliciesPerRole: 10,
  workflowsPerImage: 10,
  copiesPerDistribution: 50,
  launchTemplatesPerRegion: 5,
  ssmParametersPerRegion: 10,
} as const;

/**
 * Bytes of a component or workflow document or a Dockerfile template that comes from S3.
 *
 * Source: AWS General Reference, "EC2 Image Builder endpoints and quotas"; read 2026-11.
 */
export const maxDocumentBytes = 65_536;

/** Parameters of a component. Source: AWS General Reference, "EC2 Image Builder endpoints and quotas"; read 2026-11. */
export const maxComponentParameters = 25;

/** Characters of the value of a component's or a workflow's parameter. Source: AWS General Reference, as above; read 2026-11. */
export const maxParameterValue = 1024;
