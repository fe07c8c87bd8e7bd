import { environmentText } from "../../definitions/example-texts";
import { receivingWith } from "./example";

/** The key with which the building account encrypts. */
export const builderKey = "arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d";

/** An environment that encrypts its image, and shares it with the other account or copies it there. */
export function encrypted(way: "share" | "copyTo"): string {
  return environmentText({
    images: { base: `    distribute:\n      - region: us-east-1\n        ${way}: { accounts: ["111122223333"] }\n` },
    more: `encryption: { kmsKey: ${builderKey} }\n`,
  });
}

/** The environment of that account, whose Auto Scaling uses keys, listing the key of the builder or not. */
export function usingKeys({
  lists = true,
  from = "dev",
  account = "111122223333",
  mark = "",
  kmsKeys = "",
} = {}): string {
  const role = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  return receivingWith({
    consumer: `  keyUsers:\n    - ${mark}${role}\n${kmsKeys}`,
    from,
    keys: lists ? `      kmsKeys: [${builderKey}]\n` : "",
  });
}
