import { actsThere, deliveriesTo } from "../../factory/delivery";
import type { ProjectRule } from "../project-rule";
import { distributionRoles, roleSetting } from "./consumer-roles";
import { both, consumerText, consumerWith, copying } from "./example";

export const distributionRoleMissing: ProjectRule = {
  code: "distribution-role-missing",
  severity: "warning",
  summary: "Image Builder must act in an account in which no environment creates the distribution role.",
  source:
    "Image Builder User Guide, Set up cross-account AMI distribution: EC2ImageBuilderDistributionCrossAccountRole",
  fail: [both(copying, consumerWith({ consumer: "  distributionRole: ▸false\n" }))],
  pass: [both(copying, consumerText)],
  project(context, report) {
    for (const { account, consumers, creators } of distributionRoles(context))
      for (const consuming of creators.length > 0 ? [] : consumers) {
        const { region } = consuming.value;
        const acting = context.environments.find(
          ({ name, value }) =>
            name in consuming.consumer.from &&
            deliveriesTo(account, value).some((delivery) => delivery.target.region === region && actsThere(delivery)),
        );
        if (acting === undefined) continue;
        const message = `environment "${acting.name}" needs the distribution role of account "${account}", which no environment creates`;
        const fix = "write distributionRole: true, or make sure that the role is created elsewhere";
        report(roleSetting("distributionRole", consuming), message, fix);
      }
  },
};
