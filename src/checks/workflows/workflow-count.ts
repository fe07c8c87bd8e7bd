import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { type Stage, stageOf } from "./workflow-stage";

const most: Readonly<Record<Stage, number>> = { build: 1, test: 10, distribution: 1 };

const tests = (count: number, marker = "") => {
  const arn = (index: number) => `arn:aws:imagebuilder:us-east-1:123456789012:workflow/test/test-${index}/x.x.x`;
  return using(
    "- aws: build-image",
    ...Array.from({ length: count }, (_, index) => `- ${index === count - 1 ? marker : ""}arn: ${arn(index)}`),
  );
};

export const workflowCount: ProjectRule = {
  code: "workflow-count",
  severity: "error",
  refusedBy: "AWS",
  summary: "An image or container has more workflows of one stage than Image Builder accepts.",
  source: "Image Builder User Guide, configure image pipeline workflows: one build workflow, up to ten test workflows",
  fail: [using("- aws: build-image", "- ▸aws: build-image"), tests(11, "▸")],
  pass: [using("- aws: build-image", "- aws: test-image"), tests(10)],
  eachWorkflows({ path: list, workflows }, report) {
    const counts: Record<Stage, number> = { build: 0, test: 0, distribution: 0 };
    workflows.forEach((reference, index) => {
      const stage = stageOf(reference);
      if (stage === undefined) return;
      counts[stage]++;
      if (counts[stage] <= most[stage]) return;
      const message = `${counts[stage]} workflows for ${stage}, allowed: up to ${most[stage]}`;
      report([...list, index], message, "remove it");
    });
  },
};
