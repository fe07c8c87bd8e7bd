import { destroyed, replaced } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { dataTypes } from "./data-destroyed";
import { destroyedTypes } from "./destroyed-types";

/** Types that are parts or settings of other resources. Rules about those resources report their deletion. */
const parts =
  /^aws_(imagebuilder_.*|s3_object|s3_bucket_.*|iam_(role_policy|role_policy_attachment|user_policy|user_policy_attachment|group_policy|group_policy_attachment|policy_attachment|instance_profile)|kms_(alias|grant)|sns_topic_(policy|subscription)|sqs_queue_policy|ecr_(lifecycle_policy|repository_policy)|cloudwatch_event_(rule|target)|route_table_association|route|security_group_rule|vpc_security_group_(ingress|egress)_rule)$/;

/** Network resources in which build instances run. */
const networkTypes = /^aws_(vpc|subnet|nat_gateway|internet_gateway|security_group)$/;

export const resourceDestroyed: ReviewRule = {
  code: "resource-destroyed",
  summary:
    "A resource (not only a setting of another one) is destroyed, or it is deleted before its replacement is created.",
  source: "https://developer.hashicorp.com/terraform/language/resources/behavior",
  fail: [destroyed("aws_instance", { id: "i-0123456789abcdef0" })],
  pass: [replaced("aws_instance", { ami: "ami-1" }, { ami: "ami-2" })],
  find: eachChange(({ type, action, order, deposed }) => {
    const known = parts.test(type) || dataTypes.test(type) || destroyedTypes.some(({ types }) => types.includes(type));
    if (known || /^(null_resource|terraform_data|random_.*|time_.*|local_file)$/.test(type)) return [];
    if (action === "delete") {
      if (deposed) return ["what a replacement has left over is destroyed"];
      return [networkTypes.test(type) ? "it is destroyed: a build that still runs in it fails" : "it is destroyed"];
    }
    return action === "replace" && order === "delete-first" ? ["the old one goes before the new one comes"] : [];
  }),
};
