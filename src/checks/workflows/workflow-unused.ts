import { reportUnnamed } from "../documents";
import { withBuilt, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { canReadRecipes } from "../recipes/can-read-recipes";
import { healthDocument } from "./example";

const workflow = (marker = "") => ({
  "workflows/test/health.yaml": `${marker}${healthDocument({ hasDefault: true })}`,
});

export const workflowUnused: ProjectRule = {
  code: "workflow-unused",
  severity: "warning",
  summary:
    "No image or container uses a workflow document, so it is never deployed. This rule runs only when the whole project is checked.",
  source: "docs/reference.md: an environment holds the workflows that its images name",
  fail: [workflow("▸")],
  pass: [
    { ...workflow(), ...withImage({ more: "workflows:\n  - aws: build-image\n  - test/health\n" }) },
    { ...workflow(), ...withImage({ more: "workflows:\n  - aws: build-image\n  - workflow: test/health\n" }) },
    {
      ...workflow(),
      ...withBuilt(
        "    pipelines:\n      weekly: { schedule: { cron: 0 4 ? * SUN * }, workflows: [{ aws: build-image }, test/health] }\n",
      ),
    },
    { ...workflow(), ...withSettings("workflows:\n  test/health: { name: health }\n") },
  ],
  canLook: canReadRecipes,
  project({ project }, report) {
    // Other rules report documents that are not workflows or cannot be read.
    const others = [...project.workflows.values()].filter(({ checked }) => checked.document?.kind !== "workflow");
    reportUnnamed("workflows", project, report, new Set(others.map(({ document }) => document)));
  },
};
