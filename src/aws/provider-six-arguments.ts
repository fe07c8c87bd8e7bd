import { type Arguments, type OverridableType, providerArguments } from "./provider-arguments";

/**
 * The arguments that version 6 of the AWS provider adds. Source: @cdktf/provider-aws 21.22.1, generated from provider 6.25, which
 * scripts/try-bindings.mts compares; `logging_configuration` is newer than that: registry documentation of provider 6.62.
 */
const added: Partial<Record<OverridableType, Partial<Arguments>>> = {
  aws_cloudwatch_log_group: { values: { deletion_protection_enabled: "bool" } },
  aws_ecr_repository: {
    blocks: {
      image_tag_mutability_exclusion_filter: { values: { filter: "string", filter_type: "string" }, blocks: {} },
    },
  },
  aws_imagebuilder_image: {
    blocks: { logging_configuration: { values: { log_group_name: "string" }, blocks: {} } },
  },
  aws_imagebuilder_image_pipeline: {
    blocks: {
      logging_configuration: {
        values: { image_log_group_name: "string", pipeline_log_group_name: "string" },
        blocks: {},
      },
    },
  },
  aws_imagebuilder_image_recipe: { values: { ami_tags: "map(string)" } },
  aws_nat_gateway: {
    values: { availability_mode: "string", vpc_id: "string" },
    blocks: {
      availability_zone_address: {
        values: { allocation_ids: "set(string)", availability_zone: "string", availability_zone_id: "string" },
        blocks: {},
      },
    },
  },
  aws_s3_bucket_public_access_block: { values: { skip_destroy: "bool" } },
};

/** Returns the arguments of a resource type in AWS provider 6. Every resource has a `region` there, except those of IAM, which is global. */
export function providerSixArguments(type: OverridableType): Arguments {
  const { values, blocks } = providerArguments[type];
  const more = added[type];
  return {
    values: { ...values, ...more?.values, ...(type.startsWith("aws_iam_") ? {} : { region: "string" }) },
    blocks: { ...blocks, ...more?.blocks },
  };
}
