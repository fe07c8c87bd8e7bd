import type { ProjectRule } from "../project-rule";
import { lifecycleRoles, roleSetting } from "./consumer-roles";
import { cleanedConsumer } from "./role-example";

export const lifecycleRoleMissing: ProjectRule = {
  code: "lifecycle-role-missing",
  severity: "warning",
  summary:
    "A lifecycle policy covers copies in another account, but no environment creates the role that it assumes there. The copies will stay.",
  source: "Image Builder User Guide, Lifecycle management prerequisites: Ec2ImageBuilderCrossAccountLifecycleAccess",
  fail: [cleanedConsumer("  lifecycleRole: ▸false\n")],
  pass: [cleanedConsumer("")],
  project(context, report) {
    for (const { account, consumers, creators, cleaner } of lifecycleRoles(context))
      for (const consuming of creators.length > 0 ? [] : consumers) {
        if (!Object.hasOwn(consuming.consumer.from, cleaner.name)) continue;
        const message = `lifecycle policies of "${cleaner.name}" reach copies in account "${account}", where no environment creates the role for them`;
        const fix = "write lifecycleRole: true, or make sure that the role is created elsewhere";
        report(roleSetting("lifecycleRole", consuming), message, fix);
      }
  },
};
