import { listOf, reportWrongType, text } from "../reading/field-types";
import { checkFields, type FieldType, optional, required } from "../reading/fields";
import type { ActionModule } from "./action";
import { bucketOwner } from "./input-types";

const parameterFields = { name: required(text()), value: required(text()) };

const parameter: FieldType = {
  expects: "a map of name and value",
  check: (value, report) => {
    if (value.node.kind === "map") checkFields(value.node, parameterFields, value, report);
    else reportWrongType(value, parameter.expects, report);
  },
};

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
