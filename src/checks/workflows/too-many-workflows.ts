import { defaultQuotas } from "../../aws/quotas";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { using } from "./example";

const tests = (count: number, marker = "") => {
  const arn = (index: number) => `arn:aws:imagebuilder:us-east-1:123456789012:workflow/test/test-${index}/x.x.x`;
  return using(
    "- aws: build-image",
    ...Array.from({ length: count }, (_, index) => `- ${index === count - 1 ? marker : ""}arn: ${arn(index)}`),
  );
};

export const tooManyWorkflows: ProjectRule = {
  code: "too-many-workflows",
  severity: "warning",
  summary:
    "An image or container has more workflows than the quota of a new account. If AWS has raised it, set `quotas.workflowsPerImage`.",
  source: "quota of Image Builder: image workflows per image",
  fail: [tests(10, "▸")],
  pass: [tests(9), { ...tests(10), ...withSettings("quotas: { workflowsPerImage: 11 }\n") }],
  eachWorkflows({ path: list, owner, workflows }, report, { environments }) {
    const builders = environments.filter(({ value }) =>
      [value.images, value.containers].some((built) => Object.hasOwn(built, owner)),
    );
    const { workflowsPerImage } = defaultQuotas;
    const raised = builders.map(({ value }) => value.quotas.workflowsPerImage);
    const quota = raised.length === 0 ? workflowsPerImage : Math.min(...raised);
    if (workflows.length <= quota) return;
    const fix = "join some, or write the raised quota as quotas.workflowsPerImage of the environments that build it";
    report([...list, quota], `${workflows.length} workflows, and the quota is ${quota}`, fix);
  },
};
