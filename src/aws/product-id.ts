/**
 * The pattern of an AWS Marketplace product id, as a recipe names it as its parent.
 *
 * Source: Image Builder User Guide, "Create a new version of an image recipe"; read 2026-11.
 */
export const productIdPattern = /^(prod-[a-z0-9]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
