import type { ProjectRule } from "../project-rule";
import { sharingWith } from "./example";
import { reportUnreached } from "./reached-accounts";

const parameter = (account: string) => ({
  "environments/dev.yaml": sharingWith(`ssmParameters: [{ name: /images/base, account: ${account} }]`),
});

export const ssmParameterAccount: ProjectRule = {
  code: "ssm-parameter-account",
  refusedBy: "build",
  summary: "An SSM parameter would be written in an account that does not receive the image.",
  source: "API field SsmParameterConfiguration.amiAccountId: a target account of the distribution in that region",
  fail: [parameter('▸"444455556666"')],
  pass: [parameter('"111122223333"'), parameter('"123456789012"')],
  eachTarget(target, report) {
    reportUnreached("ssmParameters", target, report);
  },
};
