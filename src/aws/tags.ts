/** Maximum number of tags of a resource. Source: Image Builder API type TagMap; EC2 User Guide, "Tag restrictions". Read 2026-11. */
export const maxTags = 50;

/** Maximum number of tags of build instances and their volumes. Source: Image Builder API type ResourceTagMap; read 2026-11. */
export const maxResourceTags = 30;

/** Maximum length of a tag value, in characters. Source: Image Builder API type TagValue; EC2 User Guide, "Tag restrictions". Read 2026-11. */
export const maxTagValue = 256;

/** The pattern of a tag key. AWS reserves the prefix `aws:`, in any letter case. Source: Image Builder API type TagKey; read 2026-11. */
export const tagKeyPattern = /^(?![aA][wW][sS]:)[a-zA-Z0-9\s_.:/=+\-@]{1,128}$/;

/** `tagKeyPattern` in words. */
export const tagKeyShape = "a tag key: 1 to 128 letters, digits, spaces and _ . : / = + - @, not starting with aws:";

/**
 * Tag keys that Image Builder reserves on build instances. It refuses them in the resource tags of an infrastructure configuration.
 *
 * Source: Image Builder API Reference, CreateInfrastructureConfiguration, resourceTags; read 2026-11.
 */
export const reservedResourceTags: readonly string[] = ["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"];

/**
 * Tag keys that Image Builder sets on every AMI.
 *
 * Source: Image Builder User Guide, "Tag resources"; managed policy EC2ImageBuilderLifecycleExecutionPolicy. Read 2026-11.
 */
export const amiTagsOfImageBuilder: readonly string[] = ["CreatedBy", "Ec2ImageBuilderArn"];
