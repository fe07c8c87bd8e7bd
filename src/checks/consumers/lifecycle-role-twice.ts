import { repeats } from "../../collections/repeats";
import type { ProjectRule } from "../project-rule";
import { lifecycleRoles, roleSetting } from "./consumer-roles";
import { twoConsumers } from "./role-example";

export const lifecycleRoleTwice: ProjectRule = {
  code: "lifecycle-role-twice",
  refusedBy: "AWS",
  summary:
    "Two environments of one account both create its role for lifecycle policies of other accounts. An IAM role name is unique in an account, across all regions.",
  source: "Image Builder User Guide, Lifecycle management prerequisites: Ec2ImageBuilderCrossAccountLifecycleAccess",
  fail: [twoConsumers("  distributionRole: false\n  lifecycleRole: ▸true\n", { cleans: true })],
  pass: [twoConsumers("  distributionRole: false\n", { cleans: true })],
  project(context, report) {
    const creators = lifecycleRoles(context).flatMap((each) => each.creators);
    for (const { item, first } of repeats(creators, ({ value }) => value.account)) {
      const message = `environment "${first.name}" also creates the role for lifecycle policies in account "${item.value.account}"`;
      report(roleSetting("lifecycleRole", item), message, "write lifecycleRole: false in one of the two");
    }
  },
};
