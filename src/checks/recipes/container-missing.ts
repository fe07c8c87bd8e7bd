import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { standingOn, withContainer } from "./container-example";
import { reportMissing } from "./missing-names";

export const containerMissing: ProjectRule = {
  code: "container-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A parent or an environment names a container that is not defined under containers/.",
  source: "docs/reference.md",
  fail: [
    { "containers/web.yaml": standingOn("container", "▸bsae") },
    withSettings("containers:\n  ▸web: { schedule: manual }\n"),
  ],
  pass: [withContainer({})],
  project: (context, report) => {
    reportMissing("container", context, report);
  },
};
