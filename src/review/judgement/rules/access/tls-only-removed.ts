import type { Permission } from "../../../policies/compare";
import { policy, updated } from "../../examples";
import type { ReviewRule } from "../../review-rule";
import { comparisons } from "./policy-comparisons";

export const tlsOnlyRemoved: ReviewRule = {
  code: "tls-only-removed",
  class: "attention",
  summary: "A policy no longer refuses plain HTTP: requests and their content can be read in transit.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  fail: [
    updated(
      "aws_s3_bucket_policy",
      { bucket: "images", policy: policy(tlsOnly("false")) },
      { bucket: "images", policy: policy() },
    ),
  ],
  pass: [
    updated(
      "aws_s3_bucket_policy",
      { bucket: "images", policy: policy() },
      { bucket: "images", policy: policy(tlsOnly("false")) },
    ),
  ],
  find: (context) =>
    comparisons(context).flatMap(({ change, comparison, differences }) =>
      comparison.verdict === "broader" && comparison.permissions.some(isTlsOnly)
        ? [{ address: change.address, message: "plain HTTP is not refused any longer", tells: differences }]
        : [],
    ),
};

function tlsOnly(value: string) {
  return {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": value } },
  };
}

export function isTlsOnly({ kind, conditions }: Permission): boolean {
  return (
    kind === "undenied" &&
    conditions.some(({ key, values }) => key.toLowerCase() === "aws:securetransport" && values.includes("false"))
  );
}
