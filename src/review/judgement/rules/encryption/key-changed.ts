import { attributeOf, dotted } from "../../../plan/differences";
import { inWords, isEmpty } from "../../../plan/value";
import { replaced } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { keys, volume } from "./encrypted-with";

const keyArn = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}`;

export const keyChanged: ReviewRule = {
  code: "key-changed",
  summary:
    "A resource is encrypted with another KMS key than before. Consumers need access to the new key. What was encrypted with the old key still needs the old key.",
  source:
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/share-amis-with-organizations-and-OUs.html#allow-org-ou-to-use-key",
  fail: [
    replaced(
      "aws_imagebuilder_image_recipe",
      volume({ encrypted: "true", kms_key_id: keyArn("1") }),
      volume({ encrypted: "true", kms_key_id: keyArn("2") }),
    ),
  ],
  pass: [
    replaced(
      "aws_imagebuilder_image_recipe",
      volume({ encrypted: "true", kms_key_id: keyArn("1"), volume_size: 8 }),
      volume({ encrypted: "true", kms_key_id: keyArn("1"), volume_size: 9 }),
    ),
  ],
  find: eachChange(({ differences }) =>
    differences
      .filter(({ path, before, after }) => keys.test(attributeOf(path)) && !isEmpty(before) && !isEmpty(after))
      .map((difference) => ({
        message: `${dotted(difference.path)} changes from ${inWords(difference.before)} to ${inWords(difference.after)}`,
        tells: [difference],
      })),
  ),
};
