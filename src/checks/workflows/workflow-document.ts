import { stepDocument } from "../components/example";
import type { ProjectRule } from "../project-rule";
import { usedDocument } from "./example";

export const workflowDocument: ProjectRule = {
  code: "workflow-document",
  refusedBy: "project",
  summary: "A file under workflows/ is a component document: it has phases instead of steps.",
  source: "Image Builder User Guide, create a YAML workflow document",
  fail: [{ "workflows/build/update.yaml": `▸${stepDocument("build", "UpdateOS")}` }],
  pass: [usedDocument("test/update")],
  project({ project }, report) {
    for (const { file, checked } of project.workflows.values())
      if (checked.document?.kind === "component")
        report({ file }, `"${file}" is a component document`, "move it below components, or write steps");
  },
};
