/**
 * Default values of quotas that AWS raises on request.
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
 * Maximum size of a component document, workflow document or Dockerfile template in S3, in bytes.
 *
 * Source: AWS General Reference, "EC2 Image Builder endpoints and quotas"; read 2026-11.
 */
export const maxDocumentBytes = 65_536;

/** Maximum number of parameters of a component. Source: AWS General Reference, "EC2 Image Builder endpoints and quotas"; read 2026-11. */
export const maxComponentParameters = 25;

/**
 * Maximum length of the value of a component or workflow parameter, in characters.
 *
 * Source: AWS General Reference, "EC2 Image Builder endpoints and quotas"; read 2026-11.
 */
export const maxParameterValue = 1024;
