import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { type FieldType, optional, required } from "../reading/fields";
import type { Action } from "./action";
import { bucketOwner, s3Location } from "./input-types";

/** Documented as a String, used as a boolean: both are right. */
const recurse: FieldType = {
  expects: flag.expects,
  check: (value, report) => {
    const { node } = value;
    if (node.kind !== "text" || !["true", "false"].includes(node.value)) flag.check(value, report);
  },
};

export const s3Upload: Action = {
  name: "S3Upload",
  platforms,
  inputs: "list",
  fields: {
    source: required(text()),
    destination: required(s3Location),
    recurse: optional(recurse),
    expectedBucketOwner: optional(bucketOwner),
  },
  outputs: [],
};
