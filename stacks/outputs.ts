/** Types that have an ARN, with the attribute of the name in AWS. Undefined if the type has no name. */
const types: Readonly<Record<string, string | undefined>> = {
  aws_cloudwatch_event_rule: "name",
  aws_cloudwatch_log_group: "name",
  aws_ecr_repository: "name",
  aws_iam_instance_profile: "name",
  aws_iam_role: "name",
  aws_imagebuilder_component: "name",
  aws_imagebuilder_container_recipe: "name",
  aws_imagebuilder_distribution_configuration: "name",
  aws_imagebuilder_image: undefined,
  aws_imagebuilder_image_pipeline: "name",
  aws_imagebuilder_image_recipe: "name",
  aws_imagebuilder_infrastructure_configuration: "name",
  aws_imagebuilder_lifecycle_policy: "name",
  aws_imagebuilder_workflow: "name",
  aws_kms_key: undefined,
  aws_s3_bucket: "bucket",
  aws_security_group: "name",
  aws_sns_topic: "name",
  aws_subnet: undefined,
  aws_vpc: undefined,
};

/** Returns outputs with the ARN and name of each resource by address. Skips types without ARN. */
export function allOutputs(
  resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, object> {
  const all = Object.entries(resources)
    .filter(([type]) => Object.hasOwn(types, type))
    .flatMap(([type, each]) =>
      Object.keys(each).map((name) => ({ address: `${type}.${name}`, nameAttribute: types[type] })),
    );
  return {
    arns: {
      description: "ARN of each resource, by its address",
      value: Object.fromEntries(all.map(({ address }) => [address, `\${${address}.arn}`])),
    },
    names: {
      description: "Name of each resource in AWS, by its address",
      value: Object.fromEntries(
        all.flatMap(({ address, nameAttribute }) =>
          nameAttribute === undefined ? [] : [[address, `\${${address}.${nameAttribute}}`]],
        ),
      ),
    },
  };
}
