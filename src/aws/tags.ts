/** Tags of one resource. Source: Image Builder API type TagMap; EC2 User Guide, "Tag restrictions". Read 2026-11. */
export const maxTags = 50;

/** Tags of build instances and their volumes. Source: Image Builder API type ResourceTagMap; read 2026-11. */
export const maxResourceTags = 30;

/** Characters of a tag's value. Source: Image Builder API type TagValue; EC2 User Guide, "Tag restrictions". Read 2026-11. */
export const maxTagValue = 256;

/** Keys that begin with `aws:`, in any letter case, are AWS's own. Source: Image Builder API type TagKey; read 2026-11. */
export const tagKeyPattern = /^(?![aA][wW][sS]:)[a-zA-Z0-9\s_.:/=+\-@]{1,128}$/;

/** The pattern in words. */
export const tagKeyShape = "a tag key: 1 to 128 letters, digits, spaces and _ . : / = + - @, not starting with aws:";

/**
 * Keys that Image Builder keeps for itself on build instances: it refuses them among the resource tags of an infrastructure configuration.
 *
 * Source: Image Builder API Reference, CreateInfrastructureConfiguration, resourceTags; read 2026-11.
 */
export const reservedResourceTags: readonly string[] = ["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"];

/**
 * Keys that Image Builder sets on every AMI.
 *
 * Source: Image Builder User Guide, "Tag resources"; managed policy EC2ImageBuilderLifecycleExecutionPolicy. Read 2026-11.
 */
export const amiTagsOfImageBuilder: readonly string[] = ["CreatedBy", "Ec2ImageBuilderArn"];
