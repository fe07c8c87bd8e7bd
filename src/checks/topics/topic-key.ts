import { parseArn } from "../../aws/arn";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { topicsOf } from "./topics";

const withKey = (arn: string) => withSettings(`build:\n  topic:\n    create: true\n    kmsKey: ${arn}\n`);

export const topicKey: ProjectRule = {
  code: "topic-key",
  refusedBy: "project",
  summary:
    "A topic is encrypted with a key of another account or with an AWS managed key. Image Builder cannot publish to it.",
  source:
    "API field CreateInfrastructureConfiguration.snsTopicArn: the key has to be of the account; SNS Developer Guide: services need a customer managed key",
  fail: [
    withKey("▸arn:aws:kms:us-east-1:999999999999:alias/topics"),
    withKey("▸arn:aws:kms:us-east-1:123456789012:alias/aws/sns"),
  ],
  pass: [withKey("arn:aws:kms:us-east-1:123456789012:alias/topics")],
  eachEnvironment(environment, report) {
    const { account } = environment.value;
    for (const { path, topic } of topicsOf(environment)) {
      const kmsKey = typeof topic === "string" ? undefined : topic.kmsKey;
      if (kmsKey === undefined) continue;
      const at = [...path, "kmsKey"];
      if (parseArn(kmsKey)?.account !== account)
        report(at, `the key "${kmsKey}" does not belong to account "${account}"`, "write a key of this account");
      else if (kmsKey.endsWith(":alias/aws/sns"))
        report(
          at,
          `the key "${kmsKey}" is an AWS managed key, which Image Builder cannot use`,
          "write a key of your own, or leave it out",
        );
    }
  },
};
