import { imageText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";

export const duplicateDefinition: ProjectRule = {
  code: "duplicate-definition",
  refusedBy: "project",
  unsilenceable: true,
  summary: "Two files define the same thing, so one would be ignored.",
  source: "docs/reference.md: a file's name is the name of what it defines",
  fail: [{ "images/base.yml": `▸${imageText()}` }],
  pass: [],
  project({ project }, report) {
    for (const { file, first } of project.duplicates)
      report({ file }, `"${first}" has the same name`, "rename or remove one of the two");
  },
};
