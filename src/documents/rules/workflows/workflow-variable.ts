import { writeOneOf } from "../../../problems/suggest";
import type { DocumentRule } from "../../document-rule";
import { partsOf } from "../../workflows/paths";
import { dynamicValuesPage, goodWorkflow, workflow } from "./examples";

export const workflowVariable: DocumentRule = {
  code: "workflow-variable",
  severity: "warning",
  summary: "A path names a variable that Image Builder does not document.",
  source: dynamicValuesPage,
  fail: [workflow({ platform: "▸$.imagebuilder.plattform" })],
  pass: [goodWorkflow],
  eachPath: (path) => {
    const [root = "", name = ""] = partsOf(path);
    return root.toLowerCase() !== "imagebuilder" || variables.includes(name)
      ? undefined
      : { message: "leads to no variable that is documented", fix: writeOneOf(name, variables) };
  },
};

const variables = [
  "cloudWatchLogGroup",
  "cloudWatchLogStream",
  "collectImageMetadata",
  "collectImageScanFindings",
  "dateTime",
  "imageBuildNumber",
  "imageId",
  "imageName",
  "imageType",
  "imageVersionNumber",
  "instanceProfileName",
  "platform",
  "s3Logs",
  "securityGroups",
  "sourceImageARN",
  "subnetId",
  "terminateInstanceOnFailure",
  "workflowPhase",
  "workingDirectory",
];
