import type { Permission } from "../../../policies/compare";
import { eachWay, policy, updated } from "../../examples";
import type { ReviewRule } from "../../review-rule";
import { eachPolicy } from "./policy-comparisons";

const tlsOnly = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export const tlsOnlyRemoved: ReviewRule = {
  code: "tls-only-removed",
  summary: "A policy no longer refuses plain HTTP: requests and their content can be read in transit.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  ...eachWay(
    updated,
    "aws_s3_bucket_policy",
    { bucket: "images", policy: policy(tlsOnly) },
    { bucket: "images", policy: policy() },
  ),
  find: eachPolicy(({ comparison }) =>
    comparison.verdict === "broader" && comparison.permissions.some(isTlsOnly)
      ? { message: "plain HTTP is not refused any longer" }
      : undefined,
  ),
};

/** Checks whether a permission is a removed denial of plain HTTP. */
export function isTlsOnly({ kind, conditions }: Permission): boolean {
  return (
    kind === "undenied" &&
    conditions.some(({ key, values }) => key.toLowerCase() === "aws:securetransport" && values.includes("false"))
  );
}
