/**
 * Keys that Image Builder keeps for itself on build instances: it refuses them among the resource tags of an infrastructure configuration.
 *
 * Source: Image Builder API Reference, CreateInfrastructureConfiguration, resourceTags; read 2026-11.
 */
export const reservedResourceTags: readonly string[] = ["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"];
