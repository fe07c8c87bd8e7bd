import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { containerText, standingOn, withContainer } from "./container-example";
import { canReadBuilt, reportUnbuilt } from "./unbuilt-recipes";

const building = (lines: string) => withSettings(`containers:\n${lines}`);
const app = "  app: { schedule: manual, buildOnDeploy: true }\n";
const web = "  web: { schedule: manual }\n";

export const containerUnused: ProjectRule = {
  code: "container-unused",
  severity: "warning",
  summary:
    "No environment builds a container, or another one that is based on it, so it is never deployed. This rule runs only when no definition has a mistake of its own and an environment builds a container.",
  source: "docs/reference.md: an environment builds the containers that it names",
  fail: [
    { "containers/app.yaml": containerText(), "containers/web.yaml": `▸${containerText()}`, ...building(app) },
    {
      "containers/app.yaml": containerText(),
      "containers/web.yaml": `▸${standingOn("container", "app")}`,
      ...building(app),
    },
  ],
  pass: [
    {
      "containers/app.yaml": containerText(),
      "containers/web.yaml": standingOn("container", "app"),
      ...building(app + web),
    },
    // No environment builds a container yet.
    withContainer({}),
  ],
  canLook: (project) => canReadBuilt("container", project),
  project: (context, report) => {
    reportUnbuilt("container", context, report);
  },
};
