import type { LifecyclePolicyDefinition } from "../../definitions/schema/lifecycle";
import type { ProjectRule } from "../project-rule";
import { withRules } from "./example";
import { policiesOf } from "./policies";

export const lifecycleOrder: ProjectRule = {
  code: "lifecycle-order",
  severity: "warning",
  summary: "A lifecycle policy deletes images before it would deprecate or disable them.",
  source: "Image Builder User Guide, how lifecycle rules work",
  fail: [
    withRules("{ action: deprecate, after: { months: 6 } }", "{ action: delete, ▸after: { weeks: 10 } }"),
    withRules("{ action: disable, after: { months: 1 } }", "{ action: delete, ▸after: { days: 30 } }"),
    withRules("{ action: disable, after: { weeks: 10 } }", "{ action: delete, ▸after: { days: 70 } }"),
    withRules("{ action: delete, ▸after: { days: 365 } }", "{ action: deprecate, after: { years: 1 } }"),
  ],
  pass: [
    withRules("{ action: deprecate, after: { months: 6 } }", "{ action: delete, after: { years: 1 } }"),
    withRules("{ action: disable, after: { months: 1 } }", "{ action: delete, after: { days: 31 } }"),
    withRules("{ action: disable, after: { weeks: 10 } }", "{ action: delete, after: { days: 71 } }"),
    withRules("{ action: deprecate, after: { years: 1 } }", "{ action: delete, after: { days: 366 } }"),
    withRules("{ action: deprecate, after: { years: 1 } }", "{ action: delete, keep: 5 }"),
  ],
  eachEnvironment(environment, report) {
    for (const { path, value } of policiesOf(environment)) {
      const index = value.rules.findIndex(({ action }) => action === "delete");
      const deletion = ageOf(value.rules[index]);
      if (deletion === undefined) continue;
      const earlier = value.rules.find((rule) => rule.action !== "delete" && (ageOf(rule) ?? -1) >= deletion);
      if (earlier === undefined) continue;
      const message = `images are deleted after ${deletion} days, but ${earlier.action}d after ${ageOf(earlier) ?? 0}`;
      const fix = `write a longer time, or a shorter one for ${earlier.action}`;
      report({ key: [...path, "rules", index, "after"] }, message, fix);
    }
  },
};

const days = { days: 1, weeks: 7, months: 30, years: 365 } as const;

/** Returns the age of a rule in days; undefined for a rule that counts images. */
function ageOf(rule: LifecyclePolicyDefinition["rules"][number] | undefined): number | undefined {
  const units = Object.keys(days) as (keyof typeof days)[];
  return rule?.after && units.reduce((sum, unit) => sum + (rule.after?.[unit] ?? 0) * days[unit], 0);
}
