import type { ProjectRule } from "../project-rule";
import { twoReceivers } from "./role-example";
import { distributionRoles, roleSetting } from "./role-makers";

export const distributionRoleTwice: ProjectRule = {
  code: "distribution-role-twice",
  refusedBy: "AWS",
  summary:
    "Two environments of one account both create its distribution role. An IAM role name is unique in an account, across all regions.",
  source:
    "Image Builder User Guide, Set up cross-account AMI distribution: EC2ImageBuilderDistributionCrossAccountRole",
  fail: [twoReceivers("  distributionRole: ▸true\n")],
  pass: [twoReceivers("  distributionRole: false\n")],
  project(context, report) {
    for (const { account, makers } of distributionRoles(context)) {
      const [maker, ...others] = makers;
      for (const other of others) {
        const message = `environment "${maker?.name ?? ""}" also creates the distribution role of account "${account}"`;
        report(roleSetting("distributionRole", other), message, "write distributionRole: false in one of the two");
      }
    }
  },
};
