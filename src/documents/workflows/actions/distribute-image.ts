import { listOf, texts } from "../../reading/field-types";
import { optional, required } from "../../reading/fields";
import { fieldsOf, mapOf, word } from "../dynamic-fields";
import type { WorkflowAction } from "../workflow-action";

/** Copies the AMI to regions and accounts. */
export const distributeImage: WorkflowAction = {
  name: "DistributeImage",
  types: ["DISTRIBUTION"],
  inputs: {
    distributions: optional(
      listOf(
        fieldsOf({
          region: required(word),
          name: optional(word),
          description: optional(word),
          targetAccountIds: optional(texts),
          amiTags: optional(mapOf(word, "a map of at most 50 strings", 50)),
          kmsKeyId: optional(word),
        }),
        "a list of distributions",
      ),
    ),
  },
  outputs: ["distributedImages"],
  defaultTimeout: 21600,
  maxTimeout: 43200,
};
