import { workflowTypeOfFolder } from "../../project/component-names";
import type { ProjectRule } from "../project-rule";
import { healthDocument, usedDocument } from "./example";

const document = healthDocument({ hasDefault: true });

export const workflowFolder: ProjectRule = {
  code: "workflow-folder",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A workflow document is outside workflows/build, workflows/test and workflows/distribution. Its folder sets the type.",
  source: "API field CreateWorkflow.type",
  fail: [{ "workflows/health.yaml": `▸${document}` }, { "workflows/tests/health.yaml": `▸${document}` }],
  pass: [usedDocument("test/health")],
  project({ project }, report) {
    for (const { document: path, file, checked } of project.workflows.values()) {
      if (checked.document?.kind === "component" || workflowTypeOfFolder(path) !== undefined) continue;
      const fix = "move it to workflows/build, workflows/test or workflows/distribution";
      report({ file }, `"${file}" is not in the folder of a workflow type`, fix);
    }
  },
};
