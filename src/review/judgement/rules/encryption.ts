import type { Difference } from "../../plan/differences";
import type { Change, Plan } from "../../plan/plan";
import { inWords, isEmpty, textAt, UNKNOWN } from "../../plan/value";
import { replaced } from "../examples";
import { eachChange, type ReviewRule } from "../review-rule";

const switches =
  /^(encrypted|storage_encrypted|encrypt_at_rest|at_rest_encryption_enabled|transit_encryption_enabled|sqs_managed_sse_enabled|encryption_enabled)$/;
const keys = /^(kms_key_id|kms_key_arn|kms_key|kms_master_key_id|kms_key_identifier|key_arn)$/;
const bucketEncryption = "aws_s3_bucket_server_side_encryption_configuration";

const volume = (settings: object) => ({ block_device_mapping: [{ device_name: "/dev/xvda", ebs: [settings] }] });
const keyArn = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}`;

const encryptionWeakened: ReviewRule = {
  code: "encryption-weakened",
  class: "attention",
  summary: "A resource is no longer encrypted, or no longer with a key of your own.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html",
  fail: replaced("aws_imagebuilder_image_recipe", volume({ encrypted: "true" }), volume({ encrypted: "false" })),
  pass: replaced("aws_imagebuilder_image_recipe", volume({ encrypted: "false" }), volume({ encrypted: "true" })),
  find: eachChange((change, { plan }) => {
    if (change.type === bucketEncryption && change.action === "delete")
      return bucketStays(change, plan) ? ["the bucket loses its own encryption settings"] : [];
    return change.differences.flatMap((difference) => {
      const name = String(difference.path.at(-1));
      if (switches.test(name) && isTrue(difference.before) && !isTrue(difference.after) && difference.after !== UNKNOWN)
        return [`${dotted(difference)} is switched off`];
      if (keys.test(name) && !isEmpty(difference.before) && isEmpty(difference.after))
        return [`${dotted(difference)} is taken away: it was ${inWords(difference.before)}`];
      return [];
    });
  }),
};

const keyChanged: ReviewRule = {
  code: "key-changed",
  class: "attention",
  summary:
    "A resource is encrypted with another KMS key than before. Receivers need access to the new key. What was encrypted with the old key still needs the old key.",
  source:
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/share-amis-with-organizations-and-OUs.html#allow-org-ou-to-use-key",
  fail: replaced(
    "aws_imagebuilder_image_recipe",
    volume({ encrypted: "true", kms_key_id: keyArn("1") }),
    volume({ encrypted: "true", kms_key_id: keyArn("2") }),
  ),
  pass: replaced(
    "aws_imagebuilder_image_recipe",
    volume({ encrypted: "true", kms_key_id: keyArn("1"), volume_size: 8 }),
    volume({ encrypted: "true", kms_key_id: keyArn("1"), volume_size: 9 }),
  ),
  find: eachChange(({ differences }) =>
    differences
      .filter(({ path, before, after }) => keys.test(String(path.at(-1))) && !isEmpty(before) && !isEmpty(after))
      .map(
        (difference) =>
          `${dotted(difference)} changes from ${inWords(difference.before)} to ${inWords(difference.after)}`,
      ),
  ),
};

function isTrue(value: Difference["before"]): boolean {
  return value === true || value === "true";
}

function dotted({ path }: Difference): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** A setting that goes with its bucket is no loss of its own. */
export function bucketStays({ before }: Change, { changes }: Plan): boolean {
  const bucket = textAt(before, "bucket");
  return !changes.some(
    (each) => each.type === "aws_s3_bucket" && each.action === "delete" && textAt(each.before, "bucket") === bucket,
  );
}

export const encryptionRules = [encryptionWeakened, keyChanged];
