import { at, booleanAt } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { bucketStays } from "../encryption/bucket-stays";

const blocks = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

export const publicAccessBlockRemoved: ReviewRule = {
  code: "public-access-block-removed",
  summary: "The public access block of a bucket is removed or disabled.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  ...eachWay(
    updated,
    "aws_s3_bucket_public_access_block",
    { bucket: "images", block_public_policy: true },
    { bucket: "images", block_public_policy: false },
  ),
  find: eachChange((change, { plan }) => {
    const { type, action, before, after } = change;
    if (!/^aws_s3_(bucket|account)_public_access_block$/.test(type)) return [];
    if (action === "delete") return bucketStays(change, plan) ? ["it is taken away, and the bucket stays"] : [];
    const off = blocks.filter((name) => booleanAt(before, name) === true && at(after, name) === false);
    return off.length === 0 ? [] : [`${off.join(", ")} ${off.length === 1 ? "is" : "are"} switched off`];
  }),
};
