import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { echo } from "./examples";

const variables = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";

export const forbiddenMetadata: DocumentRule = {
  code: "forbidden-metadata",
  refusedBy: "AWS",
  summary: "A reference reads credentials from the instance metadata. AWSTOE refuses iam/ and identity-credentials/.",
  source: variables,
  fail: [buildSteps(echo("▸{{ aws:imds:iam/info }}"))],
  pass: [buildSteps(echo("{{ aws:imds:instance-id }}"))],
  eachReference: ({ reference, broken }) =>
    !broken && reference.form === "imds" && /^\/?(iam|identity-credentials)(\/|$)/.test(reference.name)
      ? { message: "AWSTOE refuses to read credentials", fix: "let the command use the instance's role" }
      : undefined,
};
