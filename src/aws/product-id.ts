/**
 * Id of a product of AWS Marketplace, as a parent.
 *
 * Source: Image Builder User Guide, "Create a new version of an image recipe"; read 2026-11.
 */
export const productIdPattern = /^(prod-[a-z0-9]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
