import { at, isEmpty, isObject, UNKNOWN, type Value } from "../../review/plan/value";
import { differencesIn } from "./compare";
import type { Matching } from "./match";
import { resolved } from "./resolve";
import type { StackResource } from "./stack";

/** Arguments by address, in the format of `overrides` in an environment. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Arguments that can be changed in place and that definitions cannot set for a single resource. Hardening can remove their overrides later
 * (hardening.ts). Component descriptions are missing because Terraform ignores changes of them.
 */
export const keptArguments: Readonly<Record<string, readonly string[]>> = {
  aws_ecr_repository: ["image_scanning_configuration", "tags"],
  aws_iam_instance_profile: ["tags"],
  aws_iam_role: ["description", "tags"],
  aws_imagebuilder_component: ["tags"],
  aws_imagebuilder_container_recipe: ["tags"],
  aws_imagebuilder_distribution_configuration: ["description", "tags"],
  aws_imagebuilder_image_pipeline: ["description", "tags"],
  aws_imagebuilder_image_recipe: ["tags"],
  // Without a hop limit, the AMI decides; definitions always have one.
  aws_imagebuilder_infrastructure_configuration: ["description", "instance_metadata_options", "tags"],
  aws_imagebuilder_lifecycle_policy: ["tags"],
  aws_imagebuilder_workflow: ["tags"],
  aws_s3_bucket: ["tags"],
  aws_sns_topic: ["tags"],
};

/** As `keptArguments`, but for arguments that users want to keep permanently. Hardening does not remove these overrides. */
const lastingArguments: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_log_group: ["kms_key_id", "retention_in_days", "skip_destroy", "tags"],
  aws_ecr_repository: ["force_delete"],
  aws_iam_role: ["force_detach_policies", "max_session_duration"],
  aws_imagebuilder_image: ["execution_role", "image_scanning_configuration", "tags"],
  // Each resource type costs money.
  aws_inspector2_enabler: ["resource_types"],
  aws_s3_bucket: ["force_destroy"],
  aws_security_group: ["revoke_rules_on_delete", "tags"],
  aws_sns_topic: ["display_name"],
  aws_sns_topic_subscription: [
    "delivery_policy",
    "filter_policy",
    "raw_message_delivery",
    "redrive_policy",
    "subscription_role_arn",
  ],
  aws_vpc_security_group_egress_rule: ["description", "tags"],
  aws_vpc_security_group_ingress_rule: ["description", "tags"],
};

/** Returns the overrides that keep adopted resources unchanged where a plan would otherwise change them in place. */
export function overridesFor(resources: readonly StackResource[], { found }: Matching): Overrides {
  return Object.fromEntries(
    resources.flatMap(({ address, type, arguments: given }) => {
      const instance = found.get(address);
      if (instance === undefined || instance.importId !== undefined) return [];
      const asked = resolved(given, found);
      const lasting = lastingArguments[type] ?? [];
      const differing = [
        ...differencesIn([...(keptArguments[type] ?? []), ...lasting], asked, instance.attributes).map(
          ({ argument }) => argument,
        ),
        // A reference to a resource that does not exist yet.
        ...lasting.filter((argument) => at(asked, argument) === UNKNOWN),
      ];
      if (differing.length === 0) return [];
      // The provider plans changes of an image but never applies them. The next image gets the values of the definitions.
      if (type === "aws_imagebuilder_image") return [[address, { lifecycle: { ignore_changes: differing } }]];
      const values = differing.map((argument) => [
        argument,
        kept(at(asked, argument), at(instance.attributes, argument)),
      ]);
      return [[address, Object.fromEntries(values) as Record<string, unknown>]];
    }),
  );
}

/**
 * Returns the override that gives an argument its value in the state. Overrides merge maps, so keys that only the stack has are set to null.
 */
export function kept(asked: Value, state: Value): unknown {
  if (!isObject(state)) return isEmpty(state) ? null : literals(state);
  const gone = isObject(asked) ? Object.keys(asked).filter((key) => !(key in state)) : [];
  return { ...(literals(state) as object), ...Object.fromEntries(gone.map((key) => [key, null])) };
}

/** Escapes a text for Terraform's JSON syntax, in which all texts and keys are templates. */
export function asTemplate(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}

/** Returns a value of the state for Terraform's JSON syntax, without the empty arguments that states contain for omitted ones in blocks. */
function literals(value: Value): unknown {
  if (typeof value === "string") return asTemplate(value);
  if (Array.isArray(value)) return (value as readonly Value[]).map(ofBlock);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, literals(each)]));
}

function ofBlock(block: Value): unknown {
  if (!isObject(block)) return literals(block);
  const said = Object.entries(block).filter(
    ([, each]) => each !== null && each !== "" && each !== 0 && !(Array.isArray(each) && each.length === 0),
  );
  return literals(Object.fromEntries(said));
}
