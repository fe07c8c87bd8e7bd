import { parseArn } from "../../aws/arn";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { topicsOf } from "./topics";

const given = (arn: string) => withSettings(`build:\n  topic: ${arn}\n`);

export const topicAccount: ProjectRule = {
  code: "topic-account",
  severity: "warning",
  summary: "A topic belongs to another account. Its policy must allow this account to publish.",
  source: "SNS Developer Guide, cross-account access",
  fail: [given("▸arn:aws:sns:us-east-1:999999999999:images")],
  pass: [given("arn:aws:sns:us-east-1:123456789012:images")],
  eachEnvironment(environment, report) {
    for (const { path, topic } of topicsOf(environment)) {
      if (typeof topic !== "string") continue;
      const owner = parseArn(topic)?.account;
      if (owner === undefined || owner === environment.value.account) continue;
      const fix = "make sure that the topic's policy allows this account to publish, and silence this warning";
      report(path, `the topic "${topic}" belongs to account "${owner}"`, fix);
    }
  },
};
