import { imageText } from "../../definitions/example-texts";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { standingOn } from "./container-example";
import { reportMissing } from "./missing-names";

export const imageMissing: ProjectRule = {
  code: "image-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A parent or an environment names an image that is not defined under images/.",
  source: "docs/reference.md",
  fail: [
    withEnvironment({ images: { "▸bsae": "" } }),
    { "images/web.yaml": standingOn("image", "▸bsae") },
    { "images/web.yaml": standingOn("image", "▸arn:aws:imagebuilder:us-east-1:aws:image/base/x.x.x") },
  ],
  pass: [{ "images/base.yaml": imageText() }],
  project: (context, report) => {
    reportMissing("image", context, report);
  },
};
