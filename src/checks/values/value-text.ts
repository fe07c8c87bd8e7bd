import { listsValues, valuesUsed } from "../../definitions/values";
import { definitionsOf } from "../definitions-of";
import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

export const valueText: ProjectRule = {
  code: "value-text",
  severity: "warning",
  summary: "A definition contains `${var.name}`, but no environment lists values, so it is plain text.",
  source: "docs/decisions/0029-values.md",
  fail: [withImage({ more: "description: ▸For ${var.stage}\n" }), withSettings("tags:\n  stage: ▸${var.stage}\n")],
  pass: [
    {
      ...withImage({ more: "description: For ${var.stage}\n" }),
      ...withEnvironment({ before: "values: { stage: a }\n" }),
    },
    withImage({ more: "description: For ${stage}\n" }),
  ],
  project({ project }, report) {
    if ([...project.environments.values()].some(({ raw }) => listsValues(raw))) return;
    for (const { source, raw } of definitionsOf(project))
      for (const { path, name } of valuesUsed(raw)) {
        // In overrides, it is a Terraform expression.
        if (path[0] === "overrides") continue;
        const message = `"\${var.${name}}" is text here, because no environment lists values`;
        report({ source, path }, message, `add "values" with "${name}" to each environment that builds it`);
      }
  },
};
