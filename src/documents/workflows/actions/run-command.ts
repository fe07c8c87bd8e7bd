import { texts } from "../../reading/field-types";
import { optional, required } from "../../reading/fields";
import { mapOf, word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Runs a Systems Manager document on the instance. */
export const runCommand: WorkflowAction = {
  name: "RunCommand",
  types: anyType,
  inputs: {
    instanceId: required(word),
    documentName: required(word),
    parameters: optional(mapOf(texts, "a map of lists of strings")),
    documentVersion: optional(word),
  },
  outputs: ["runCommandId", "status", "output"],
  defaultTimeout: 43200,
  maxTimeout: 43200,
};
