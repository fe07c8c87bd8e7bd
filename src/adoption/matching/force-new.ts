/**
 * Arguments whose change replaces the resource. Image Builder resources can only be replaced by a new version, so a difference means that the
 * definition does not match AWS.
 *
 * Source: AWS provider 5.100.0, attributes with `ForceNew` or `RequiresReplace`.
 */
export const forceNew: Readonly<Record<string, readonly string[]>> = {
  aws_imagebuilder_component: [
    "name",
    "version",
    "platform",
    "description",
    "change_description",
    "supported_os_versions",
    "kms_key_id",
  ],
  aws_imagebuilder_workflow: ["name", "version", "type", "description", "change_description", "kms_key_id"],
  aws_imagebuilder_image_recipe: [
    "name",
    "version",
    "description",
    "parent_image",
    "component",
    "block_device_mapping",
    "working_directory",
    "user_data_base64",
    "systems_manager_agent",
  ],
  aws_imagebuilder_container_recipe: [
    "name",
    "version",
    "container_type",
    "description",
    "parent_image",
    "component",
    "target_repository",
    "instance_configuration",
    "kms_key_id",
    "working_directory",
  ],
  aws_imagebuilder_image: [
    "image_recipe_arn",
    "container_recipe_arn",
    "infrastructure_configuration_arn",
    "distribution_configuration_arn",
    "enhanced_image_metadata_enabled",
    "image_tests_configuration",
    "workflow",
  ],
  aws_imagebuilder_infrastructure_configuration: ["name"],
  aws_imagebuilder_distribution_configuration: ["name"],
  aws_imagebuilder_image_pipeline: ["name"],
  aws_imagebuilder_lifecycle_policy: ["name"],
  aws_iam_role: ["name", "name_prefix", "path"],
  aws_iam_instance_profile: ["name", "name_prefix", "path"],
  aws_s3_bucket: ["bucket", "object_lock_enabled"],
  aws_ecr_repository: ["name", "encryption_configuration"],
  aws_security_group: ["name", "description", "vpc_id"],
  aws_sns_topic: ["name", "fifo_topic"],
  aws_cloudwatch_log_group: ["name", "log_group_class"],
  aws_kms_key: ["key_usage", "multi_region"],
};
