import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";
import { bucketOwner, s3Location } from "./input-types";

export const s3Download: Action = {
  name: "S3Download",
  platforms,
  inputs: "list",
  fields: {
    source: required(s3Location),
    destination: required(text()),
    expectedBucketOwner: optional(bucketOwner),
    overwrite: optional(flag),
  },
  outputs: [],
};
