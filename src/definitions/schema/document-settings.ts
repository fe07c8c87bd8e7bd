import { z } from "zod";

import { description, kmsKeyArn, name, tags } from "./common";

/** Settings of an environment for a component or workflow document. */
export const documentSettings = z.strictObject({
  name: name.optional().describe("Its name in AWS. Default: its path with hyphens for slashes, after `namePrefix`."),
  description: description.optional().describe("Its description, 1 to 1024 characters. Default: that in the document."),
  changeDescription: description
    .optional()
    .describe("What has changed in its version, 1 to 1024 characters. Default: none."),
  kmsKey: kmsKeyArn.optional().describe("KMS key with which AWS encrypts it. Default: a key that AWS owns."),
  tags: tags.default({}).describe("Its tags, in addition to those of the environment."),
});
