import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { withRules } from "./example";
import { policiesOf } from "./policies";

const ofContainers = (rule: string) => ({
  ...withContainer(),
  ...withSettings(
    `containers:\n  web: { schedule: manual }\nlifecycle:\n  old: { containers: [web], rules: [${rule}] }\n`,
  ),
});

export const lifecycleAction: ProjectRule = {
  code: "lifecycle-action",
  refusedBy: "AWS",
  summary:
    "Two rules of a lifecycle policy have the same action, or a rule has an action that is not available for containers.",
  source: "Image Builder User Guide, how lifecycle rules work: containers can only be deleted",
  fail: [
    withRules("{ action: delete, keep: 5 }", "{ action: ▸delete, after: { years: 1 } }"),
    ofContainers("{ action: ▸deprecate, after: { years: 1 } }"),
  ],
  pass: [
    withRules("{ action: deprecate, after: { days: 5 } }", "{ action: delete, after: { years: 1 } }"),
    ofContainers("{ action: delete, keep: 5 }"),
  ],
  eachEnvironment(environment, report) {
    for (const { path, value, isForContainers } of policiesOf(environment))
      value.rules.forEach(({ action }, index) => {
        const at = [...path, "rules", index, "action"];
        if (value.rules.findIndex((other) => other.action === action) < index)
          report(
            at,
            `two rules "${action}", and Image Builder accepts one for each action`,
            "join the two, or write another action",
          );
        if (isForContainers && action !== "delete")
          report(at, `containers cannot be ${action}d, only deleted`, "write delete");
      });
  },
};
