import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { both, consumerText, consumerWith, sharing } from "./example";

export const environmentMissing: ProjectRule = {
  code: "environment-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A consumer names an environment that is not defined under environments/.",
  source: "docs/reference.md",
  fail: [both(sharing, consumerWith({ from: "▸dve" }))],
  pass: [both(sharing, consumerText)],
  project({ project, consumers }, report) {
    for (const { name, source, consumer } of consumers)
      for (const from of Object.keys(consumer.from)) {
        if (project.environments.has(from)) continue;
        const others = [...project.environments.keys()].filter((other) => other !== name);
        const fix = others.length === 0 ? `write environments/${from}.yaml` : writeOneOf(from, others);
        const message = `there is no environment "${from}" (environments/${from}.yaml)`;
        report({ source, key: ["consumer", "from", from] }, message, fix);
      }
  },
};
