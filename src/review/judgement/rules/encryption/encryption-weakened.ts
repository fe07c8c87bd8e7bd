import { attributeOf, type Difference, dotted } from "../../../plan/differences";
import { inWords, isEmpty, UNKNOWN } from "../../../plan/value";
import { eachWay, replaced } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { bucketStays } from "./bucket-stays";
import { keys, volume } from "./encrypted-with";

const switches =
  /^(encrypted|storage_encrypted|encrypt_at_rest|at_rest_encryption_enabled|transit_encryption_enabled|sqs_managed_sse_enabled|encryption_enabled)$/;

const bucketEncryption = "aws_s3_bucket_server_side_encryption_configuration";

export const encryptionWeakened: ReviewRule = {
  code: "encryption-weakened",
  summary: "A resource is no longer encrypted, or no longer with a key of your own.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html",
  ...eachWay(replaced, "aws_imagebuilder_image_recipe", volume({ encrypted: "true" }), volume({ encrypted: "false" })),
  find: eachChange((change, { plan }) => {
    if (change.type === bucketEncryption && change.action === "delete")
      return bucketStays(change, plan) ? ["the bucket loses its own encryption settings"] : [];
    return change.differences.flatMap((difference) => {
      const name = attributeOf(difference.path);
      if (switches.test(name) && isTrue(difference.before) && !isTrue(difference.after) && difference.after !== UNKNOWN)
        return [{ message: `${dotted(difference.path)} is switched off`, tells: [difference] }];
      if (keys.test(name) && !isEmpty(difference.before) && isEmpty(difference.after))
        return [
          {
            message: `${dotted(difference.path)} is taken away: it was ${inWords(difference.before)}`,
            tells: [difference],
          },
        ];
      return [];
    });
  }),
};

function isTrue(value: Difference["before"]): boolean {
  return value === true || value === "true";
}
