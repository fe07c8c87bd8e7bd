import { environmentText } from "../../definitions/example-texts";
import { consumerWith } from "./example";

/** KMS key with which the building account encrypts its images. */
export const builderKey = "arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d";

/** Returns an environment that encrypts its image and shares or copies it to the other account. */
export function encrypted(way: "share" | "copyTo"): string {
  return environmentText({
    images: { base: `    distribute:\n      - region: us-east-1\n        ${way}: { accounts: ["111122223333"] }\n` },
    more: `encryption: { kmsKey: ${builderKey} }\n`,
  });
}

/** Returns an environment of the other account whose Auto Scaling role uses keys. It may list the key of the building account. */
export function usingKeys({
  lists = true,
  from = "dev",
  account = "111122223333",
  mark = "",
  kmsKeys = "",
} = {}): string {
  const role = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  return consumerWith({
    consumer: `  keyUsers:\n    - ${mark}${role}\n${kmsKeys}`,
    from,
    keys: lists ? `      kmsKeys: [${builderKey}]\n` : "",
  });
}
