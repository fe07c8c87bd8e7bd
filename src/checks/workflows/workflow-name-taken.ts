import { reportSameNames } from "../documents";
import type { ProjectRule } from "../project-rule";
import { healthDocument, usedDocument } from "./example";

const document = healthDocument({ hasDefault: true });

export const workflowNameTaken: ProjectRule = {
  code: "workflow-name-taken",
  refusedBy: "AWS",
  unsilenceable: true,
  summary:
    "Two workflow documents have the same name in AWS. Folders are joined with hyphens, letter case is ignored, and spaces and underscores become hyphens.",
  source: "API type ResourceName: a workflow's name holds no slash",
  fail: [{ "workflows/test/web-health.yaml": `▸${document}`, "workflows/test/web/health.yaml": `▸${document}` }],
  pass: [usedDocument("test/web-health")],
  project({ project }, report) {
    reportSameNames("workflows", project, report);
  },
};
