/**
 * Quotas that AWS raises on request, as an account has them from the start.
 *
 * Source: Image Builder API Reference, ImageRecipe.components; IAM User Guide, "IAM and AWS STS quotas". Read 2026-11.
 */
export const defaultQuotas = {
  componentsPerRecipe: 20,
  managedPoliciesPerRole: 10,
} as const;

/**
 * Bytes of a component or workflow document or a Dockerfile template that comes from S3.
 *
 * Source: Image Builder User Guide, "Quotas"; read 2026-11.
 */
export const maxDocumentBytes = 65_536;

/** Parameters of a component. Source: Image Builder User Guide, "Quotas"; read 2026-11. */
export const maxComponentParameters = 25;
