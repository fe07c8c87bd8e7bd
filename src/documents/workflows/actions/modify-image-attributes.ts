import { anything, listOf, texts } from "../../reading/field-types";
import { optional, required } from "../../reading/fields";
import { fieldsOf, word } from "../dynamic-fields";
import type { WorkflowAction } from "../workflow-action";

/** Shares the copies with accounts and organisations. */
export const modifyImageAttributes: WorkflowAction = {
  name: "ModifyImageAttributes",
  types: ["DISTRIBUTION"],
  inputs: {
    distributedImages: required(anything),
    attributes: optional(
      listOf(
        fieldsOf({
          region: required(word),
          launchPermission: optional(
            fieldsOf({
              userIds: optional(texts),
              userGroups: optional(texts),
              organizationArns: optional(texts),
              organizationalUnitArns: optional(texts),
            }),
          ),
        }),
        "a list of attributes",
      ),
    ),
  },
  outputs: ["modifiedImages"],
  defaultTimeout: 7200,
  maxTimeout: 10800,
};
