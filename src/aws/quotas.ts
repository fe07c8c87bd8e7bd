/**
 * Quotas that AWS raises on request, as an account has them from the start.
 *
 * Source: Image Builder API Reference, ImageRecipe.components; IAM User Guide, "IAM and AWS STS quotas". Read 2026-11.
 */
export const defaultQuotas = {
  componentsPerRecipe: 20,
  managedPoliciesPerRole: 10,
} as const;
