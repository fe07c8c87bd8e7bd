import { repeats } from "../../collections/repeats";
import type { ProjectRule } from "../project-rule";
import { distributionRoles, roleSetting } from "./consumer-roles";
import { twoConsumers } from "./role-example";

export const distributionRoleTwice: ProjectRule = {
  code: "distribution-role-twice",
  refusedBy: "AWS",
  summary:
    "Two environments of one account both create its distribution role. An IAM role name is unique in an account, across all regions.",
  source:
    "Image Builder User Guide, Set up cross-account AMI distribution: EC2ImageBuilderDistributionCrossAccountRole",
  fail: [twoConsumers("  distributionRole: ▸true\n")],
  pass: [twoConsumers("  distributionRole: false\n")],
  project(context, report) {
    const creators = distributionRoles(context).flatMap((each) => each.creators);
    for (const { item, first } of repeats(creators, ({ value }) => value.account)) {
      const message = `environment "${first.name}" also creates the distribution role of account "${item.value.account}"`;
      report(roleSetting("distributionRole", item), message, "write distributionRole: false in one of the two");
    }
  },
};
