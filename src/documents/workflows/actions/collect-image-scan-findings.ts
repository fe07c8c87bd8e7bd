import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import type { WorkflowAction } from "../workflow-action";

/** Collects what Amazon Inspector finds on the test instance. */
export const collectImageScanFindings: WorkflowAction = {
  name: "CollectImageScanFindings",
  types: ["TEST"],
  inputs: {
    instanceId: required(word),
  },
  outputs: ["runCommandId", "status", "output"],
  defaultTimeout: 7200,
  maxTimeout: 43200,
};
