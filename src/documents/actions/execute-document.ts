import { listOf, mapWith, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { ActionModule } from "./action";
import { bucketOwner } from "./input-types";

const parameter = mapWith("a map of name and value", { name: required(text()), value: required(text()) });

export const executeDocument: ActionModule = {
  inputs: "map",
  fields: {
    document: required(text("a path, an s3:// address or the ARN of a component")),
    "document-s3-bucket-owner": optional(bucketOwner),
    phases: optional(text("phases, separated by commas")),
    parameters: optional(listOf(parameter, "a list of maps of name and value")),
  },
  outputs: [
    "executedStepCount",
    "executionId",
    "failedStepCount",
    "failureMessage",
    "ignoredFailedStepCount",
    "logUrl",
    "status",
  ],
};
