import { imageText } from "../../definitions/example-texts";
import { buildingWeb } from "../example";
import type { ProjectRule } from "../project-rule";
import { standingOn } from "./container-example";
import { canReadBuilt, reportUnbuilt } from "./unbuilt-recipes";

export const imageUnused: ProjectRule = {
  code: "image-unused",
  severity: "warning",
  summary:
    "No environment builds an image, or another one that is based on it, so it is never deployed. This rule runs only when no definition has a mistake of its own and an environment builds an image.",
  source: "docs/reference.md: an environment builds the images that it names",
  fail: [
    { "images/web.yaml": `▸${imageText()}` },
    { "images/web.yaml": `▸${standingOn("image", "base")}` },
    // The image that is based on it is not built either.
    { "images/app.yaml": `▸${standingOn("image", "web")}`, "images/web.yaml": `▸${standingOn("image", "base")}` },
  ],
  pass: [
    { "images/web.yaml": standingOn("image", "base"), ...buildingWeb },
    { "images/web.yaml": `# check-ignore-file image-unused: for the accounts of next year\n${imageText()}` },
  ],
  canLook: (project) => canReadBuilt("image", project),
  project: (context, report) => {
    reportUnbuilt("image", context, report);
  },
};
